import { catalogue } from '../errors/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** Every error that clients can meet, with what to do about it. */
export function errorPage(): Html {
  return html`<p>Every error has one of these codes in <code>extensions.code</code>.</p>
    ${catalogue.map((entry) =>
      entry.audience !== 'client'
        ? null
        : html`<section class="documented" id="${entry.code}">
            <h2 class="code"><code>${entry.code}</code></h2>
            <dl>
              <dt>Status</dt>
              <dd>${entry.status}</dd>
              <dt>When</dt>
              <dd>${entry.description}</dd>
              <dt>What to do</dt>
              <dd>${entry.remedy}</dd>
            </dl>
          </section>`,
    )}`;
}

import { asOfFields } from './as-of-fields.ts';
import { fieldCoordinates } from './field-coordinates.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { categoryLink, fieldLink } from './links.ts';
import type { Subject } from './subject.ts';

/** One agency: the categories that it owns, and the types for which it gives fields. */
export function agencyPage(agency: string, subject: Subject): Html {
  const categories = subject.catalogue.filter((category) => category.agency === agency);
  const given = fieldCoordinates(subject).filter((one) => subject.ownersOf(one).includes(agency));
  const counts = new Map<string, number>();
  for (const [type = ''] of given.map((coordinate) => coordinate.split('.')))
    counts.set(type, (counts.get(type) ?? 0) + 1);
  return html`<h2>Data categories</h2>
    <ul>
      ${categories.map((category) => html`<li>${categoryLink(category)}: ${category.description}</li>`)}
    </ul>
    <h2>Types</h2>
    <ul>
      ${[...counts].map(([type, count]) => html`<li><a href="/docs/types/${type}">${type}</a>: ${count} ${count === 1 ? 'field' : 'fields'}</li>`)}
    </ul>
    <h2>Freshness</h2>
    ${freshness(asOfFields(agency, subject))}`;
}

function freshness(fields: readonly string[]): Html {
  const asked =
    'It is asked with every request, and the gateway keeps no copy: an answer is as fresh as its database.';
  if (fields.length === 0) return html`<p>${asked} Its records do not tell as of when they are.</p>`;
  return html`<p>${asked} As of when a record is, it tells in:</p>
    <ul>
      ${fields.map((coordinate) => html`<li>${fieldLink(coordinate)}</li>`)}
    </ul>`;
}

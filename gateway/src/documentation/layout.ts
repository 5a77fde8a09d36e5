import type { Html } from './html.ts';
import { html } from './html.ts';

/** What every page is written with. */
export interface Layout {
  /** Address of the stylesheet; null where the page was not built. */
  readonly stylesheet: string | null;
  /** Whether the explorer is there. */
  readonly hasExplorer: boolean;
}

interface Content {
  readonly title: string;
  readonly path: string;
  readonly body: Html;
  /** What was looked for. */
  readonly find?: string;
}

const sections = [
  ['/docs', 'Overview'],
  ['/docs/types', 'Types'],
  ['/docs/categories', 'Categories'],
  ['/docs/errors', 'Errors'],
] as const;

/** One page: the bar, the search, and its content. It works without any script. */
export function page({ stylesheet, hasExplorer }: Layout, { title, path, body, find = '' }: Content): string {
  const links = sections.map(
    ([address, name]) =>
      html`<a href="${address}" ${path === address ? html`aria-current="page"` : ''}>${name}</a>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Resident Graph documentation</title>
        <link rel="icon" href="data:," />
        ${stylesheet === null ? null : html`<link rel="stylesheet" href="${stylesheet}" />`}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top-bar">
          <a class="product" href="/">Resident Graph</a>
          <nav aria-label="Documentation">
            ${links}${hasExplorer ? html`<a href="/explorer">Explorer</a>` : null}
          </nav>
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          <form class="finder" role="search" action="/docs/search">
            <label
              >Find a field, type, category or standard element
              <input type="search" name="find" value="${find}" maxlength="100"
            /></label>
            <button class="button">Find</button>
          </form>
          ${body}
        </main>
      </body>
    </html> `.text;
}

import type { Category } from '../authorization/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

/** A link to an agency's page. */
export function agencyLink(agency: string): Html {
  return html`<a href="/docs/agencies/${agency}">${agency}</a>`;
}

/** A link to a category's page. */
export function categoryLink({ name }: Pick<Category, 'name'>): Html {
  return html`<a href="/docs/categories/${name}">${name}</a>`;
}

/** A link to a field, by `Type.field`. */
export function fieldLink(coordinate: string): Html {
  const [type = '', field = ''] = coordinate.split('.');
  return html`<a href="/docs/types/${type}#${field}">${coordinate}</a>`;
}

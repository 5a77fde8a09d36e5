import { isInterfaceType, isObjectType } from 'graphql';

import { fieldCoordinates } from './field-coordinates.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { categoryLink, fieldLink } from './links.ts';
import type { Subject } from './subject.ts';
import { documentedTypes, firstSentence } from './type-pages.ts';

const most = 100;

/** What is named or described by a text, upper and lower case alike: at most a hundred of each kind. */
export function searchPage(find: string, subject: Subject): Html {
  const wanted = find.trim().toLowerCase();
  if (wanted === '') return html`<p>Say what you are looking for.</p>`;
  const speaksOf = (...texts: readonly string[]): boolean => texts.join(' ').toLowerCase().includes(wanted);
  const types = documentedTypes(subject).filter(({ name }) => speaksOf(name));
  const categories = subject.catalogue.filter(({ name, description }) => speaksOf(name, description));
  const fields = fieldCoordinates(subject)
    .map((coordinate) => ({ coordinate, description: descriptionOf(coordinate, subject) }))
    .filter(({ coordinate, description }) => speaksOf(coordinate, description));
  return html`<p role="status">
      ${types.length} types, ${categories.length} categories and ${fields.length}
      fields${fields.length > most ? `, of which the first ${most} are shown` : ''}.
    </p>
    ${
      types.length === 0
        ? null
        : html`<h2>Types</h2>
            <ul>
              ${types.slice(0, most).map(({ name }) => html`<li><a href="/docs/types/${name}">${name}</a></li>`)}
            </ul>`
    }
    ${
      categories.length === 0
        ? null
        : html`<h2>Categories</h2>
            <ul>
              ${categories.map((category) => html`<li>${categoryLink(category)}: ${category.description}</li>`)}
            </ul>`
    }
    ${
      fields.length === 0
        ? null
        : html`<h2>Fields</h2>
            <ul>
              ${fields.slice(0, most).map(({ coordinate, description }) => html`<li>${fieldLink(coordinate)}: ${firstSentence(description)}</li>`)}
            </ul>`
    }`;
}

function descriptionOf(coordinate: string, { schema }: Subject): string {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type) ? (type.getFields()[field]?.description ?? '') : '';
}

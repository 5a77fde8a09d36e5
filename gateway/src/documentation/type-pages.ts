import type { GraphQLNamedType } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';

import { fieldEntry } from './field-entry.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Subject } from './subject.ts';

/** The types of the schema that are not GraphQL's own, in the order of their names. */
export function documentedTypes({ schema }: Subject): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** Every type with the first sentence of its description, by what kind it is. */
export function typeList(types: readonly GraphQLNamedType[]): Html {
  return html`<ul class="cards">
    ${types.map(
      ({ name, description }) =>
        html`<li class="card">
          <h2 class="type-name"><a href="/docs/types/${name}">${name}</a></h2>
          <p>${firstSentence(description ?? '')}</p>
        </li>`,
    )}
  </ul>`;
}

/** One type with everything that it has. */
export function typePage(type: GraphQLNamedType, subject: Subject): Html {
  const owners = subject.ownersOf(type.name);
  return html`<p>${type.description ?? ''}</p>
    ${owners.length === 0 ? null : html`<p>Given by ${owners.join(', ')}.</p>`} ${membersOf(type, subject)}`;
}

function membersOf(type: GraphQLNamedType, subject: Subject): Html {
  if (isObjectType(type) || isInterfaceType(type))
    return html`<h2>Fields</h2>
      ${Object.values(type.getFields()).map((field) => fieldEntry(type.name, field, subject))}`;
  if (isInputObjectType(type))
    return html`<h2>Fields</h2>
      ${Object.values(type.getFields()).map(
        (field) =>
          html`<section class="documented" id="${field.name}">
            <h3>${field.name} <span class="type">${String(field.type)}</span></h3>
            <p>${field.description ?? ''}</p>
          </section>`,
      )}`;
  if (isEnumType(type))
    return html`<h2>Values</h2>
      ${type.getValues().map(
        (value) =>
          html`<section class="documented" id="${value.name}">
            <h3>${value.name}</h3>
            <p>${value.description ?? ''}</p>
          </section>`,
      )}`;
  if (isUnionType(type))
    return html`<h2>Members</h2>
      <ul>
        ${type.getTypes().map(({ name }) => html`<li><a href="/docs/types/${name}">${name}</a></li>`)}
      </ul>`;
  return html``;
}

/** Up to the first full stop that ends a sentence. */
export function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s+(?=[A-Z])/)[0] ?? text;
}

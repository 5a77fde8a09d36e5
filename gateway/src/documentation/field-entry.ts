import type { GraphQLField } from 'graphql';
import { getNamedType } from 'graphql';

import type { Category } from '../authorization/index.ts';
import { asOfFields } from './as-of-fields.ts';
import { tooMany } from './category-access.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { agencyLink, categoryLink, fieldLink } from './links.ts';
import { standardElements } from './standard-elements.ts';
import type { Subject } from './subject.ts';

/** Everything that is known of one field. */
export function fieldEntry(type: string, field: GraphQLField<unknown, unknown>, subject: Subject): Html {
  const { ownersOf, categoriesOf, accessTo } = subject;
  const { name, description, args, deprecationReason } = field;
  const coordinate = `${type}.${name}`;
  const elements = standardElements(description ?? '');
  const categories = categoriesOf(coordinate);
  const owners = ownersOf(coordinate);
  return html`<section class="documented" id="${name}">
    <h3>${name} <span class="type">${typeLink(field)}</span></h3>
    <p>${description ?? ''}</p>
    ${deprecationReason == null ? null : html`<p><strong>Deprecated.</strong> ${deprecationReason}</p>`}
    <dl>
      ${
        args.length === 0
          ? null
          : html`<dt>Arguments</dt>
              <dd>
                ${args.map((argument) => html`<div><code>${argument.name}: ${String(argument.type)}</code> ${argument.description ?? ''}</div>`)}
              </dd>`
      }
      ${
        elements.length === 0
          ? null
          : html`<dt>Standard element</dt>
              <dd>${elements.join(', ')}</dd>`
      }
      <dt>Agency</dt>
      <dd>${listed(owners.map(agencyLink))}</dd>
      <dt>Category</dt>
      <dd>
        ${categories.length === 0 ? 'None: it shows nothing by itself.' : listed(categories.map(categoryLink))}
      </dd>
      ${
        categories.length === 0
          ? null
          : html`<dt>Who may see it</dt>
              <dd>${categories.map((category) => whoMaySee(category, accessTo))}</dd>`
      }
      <dt>Freshness</dt>
      <dd>${owners.map((owner) => freshness(type, owner, subject))}</dd>
    </dl>
  </section> `;
}

/** An agency's own word for it, where its records have one: of this type, or else of others. */
function freshness(type: string, agency: string, subject: Subject): Html {
  const all = asOfFields(agency, subject);
  const own = all.filter((coordinate) => coordinate.startsWith(`${type}.`));
  const told =
    own.length > 0
      ? html`; as of when the record is stands in ${listed(own.map(fieldLink))}`
      : html`; ${all.length === 0 ? 'it does not tell' : 'it does not tell here'} as of when a record is`;
  return html`<div>
    Asked of ${agencyLink(agency)} with every request; the gateway keeps no copy${told}.
  </div>`;
}

function typeLink(field: GraphQLField<unknown, unknown>): Html {
  const named = getNamedType(field.type).name;
  const [before = '', after = ''] = String(field.type).split(named);
  return html`${before}<a href="/docs/types/${named}">${named}</a>${after}`;
}

function whoMaySee({ name }: Category, accessTo: Subject['accessTo']): Html {
  const rows = accessTo(name);
  if (rows === null) return html`<div>${tooMany}</div>`;
  if (rows.length === 0) return html`<div>Nobody: no agreement in force grants <code>${name}</code>.</div>`;
  return html`<details>
    <summary>
      ${new Set(rows.map(({ agency, role }) => `${role}@${agency}`)).size} roles, for
      ${new Set(rows.flatMap(({ purposes }) => purposes)).size} purposes
    </summary>
    <ul>
      ${rows.map(({ role, agency, purposes, agreements, dependsOn }) => html`<li>${role} of ${agency}, for ${purposes.join(', ')}, by ${agreements.join(', ')}${dependsOn === null ? '' : `; depends on the resident (${dependsOn})`}</li>`)}
    </ul>
  </details>`;
}

function listed(parts: readonly Html[]): Html {
  return html`${parts.map((part, index) => html`${index === 0 ? '' : ', '}${part}`)}`;
}

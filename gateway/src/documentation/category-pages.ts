import type { Category } from '../authorization/index.ts';
import { tooMany, type AccessRow } from './category-access.ts';
import { categoryLink, fieldLink } from './links.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Subject } from './subject.ts';
import { fieldCoordinates } from './field-coordinates.ts';

/** Every data category with its agency and the law that governs it. */
export function categoryList({ catalogue }: Subject): Html {
  return html`<div class="scrolling" tabindex="0" role="region" aria-label="Data categories">
    <table>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">What it is</th>
          <th scope="col">Agency</th>
          <th scope="col">Sensitivity</th>
        </tr>
      </thead>
      <tbody>
        ${catalogue.map(
          (category) =>
            html`<tr>
              <th scope="row">${categoryLink(category)}</th>
              <td>${category.description}</td>
              <td>${category.agency}</td>
              <td><span class="badge ${category.sensitivity}">${category.sensitivity}</span></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** One category: the law, its fields, and who may see it for what purpose under which agreement. */
export function categoryPage(category: Category, subject: Subject): Html {
  const fields = fieldCoordinates(subject).filter((coordinate) =>
    subject.categoriesOf(coordinate).some(({ name }) => name === category.name),
  );
  return html`<p>${category.description}</p>
    <dl class="facts">
      <dt>Agency</dt>
      <dd><a href="/docs/agencies/${category.agency}">${category.agency}</a></dd>
      <dt>Authority</dt>
      <dd>${category.authority.join('; ')}</dd>
      <dt>Sensitivity</dt>
      <dd>${category.sensitivity}</dd>
      ${
        category.concealment
          ? html`<dt>Concealed</dt>
              <dd>Whoever is denied it is answered as if there were no value.</dd>`
          : null
      }
    </dl>
    <h2>Who may see it</h2>
    ${whoMaySee(subject.accessTo(category.name), subject)}
    <h2>Its fields</h2>
    <ul>
      ${fields.map((coordinate) => html`<li>${fieldLink(coordinate)}</li>`)}
    </ul>`;
}

function whoMaySee(rows: ReturnType<Subject['accessTo']>, subject: Subject): Html {
  if (rows === null) return html`<p>${tooMany}</p>`;
  return html`<p>At best: to somebody with all trainings and the highest assurance of identity.</p>
    ${rows.length === 0 ? html`<p>Nobody: no agreement in force grants it.</p>` : accessTable(rows, subject)}`;
}

function accessTable(rows: readonly AccessRow[], { agreements }: Subject): Html {
  const titles = new Map(agreements.map(({ id, title }) => [id, title]));
  return html`<div class="scrolling" tabindex="0" role="region" aria-label="Who may see it">
    <table>
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Role</th>
          <th scope="col">For the purpose of</th>
          <th scope="col">Agreement</th>
          <th scope="col">Depends on the resident</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ agency, role, application, purposes, agreements: ids, dependsOn }) =>
            html`<tr>
              <td>${agency}</td>
              <td>${role}${application === null ? '' : ` by ${application}`}</td>
              <td>${purposes.join(', ')}</td>
              <td>${ids.map((id) => titles.get(id) ?? id).join('; ')}</td>
              <td>${dependsOn === null ? 'No' : dependsOn}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

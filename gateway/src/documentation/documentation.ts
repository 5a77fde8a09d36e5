import { printSchema } from 'graphql';

import type { Authorized } from './subject-of.ts';
import { agencyPage } from './agency-page.ts';
import { categoryList, categoryPage } from './category-pages.ts';
import { errorPage } from './error-page.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Layout } from './layout.ts';
import { page } from './layout.ts';
import { overviewPage } from './overview-page.ts';
import { searchPage } from './search-page.ts';
import { createSubjectSource } from './subject-of.ts';
import type { Subject } from './subject.ts';
import { documentedTypes, typeList, typePage } from './type-pages.ts';

/** Somebody who reads, as far as it decides what they may download. */
interface DocumentationReader {
  readonly agency: string;
  readonly roles: readonly string[];
}

/** A page, or a file to download. */
interface DocumentationPage {
  readonly status: 200 | 403 | 404;
  readonly mediaType: string;
  readonly body: string;
}

/** What is documented, and with what. */
interface DocumentationSources extends Authorized {
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
}

/** The documentation of the supergraph and the policy in force. */
interface Documentation {
  /**
   * The page of a path below `/docs`.
   *
   * @param reader - null for somebody who isn't known
   */
  readonly read: (
    request: { readonly path: string; readonly find: string; readonly reader: DocumentationReader | null },
    layout: Layout,
  ) => Promise<DocumentationPage>;
}

/** The category whose readers may have the supergraph with its labels: they review what is decided by them. */
const reviewing = 'policy-analysis';

/** Writes pages when they are asked for, from what is in force at that moment. */
export function createDocumentation(sources: DocumentationSources): Documentation {
  const subjectNow = createSubjectSource(sources);
  return {
    read: async ({ path, find, reader }, layout) => {
      const subject = await subjectNow();
      const isFile = path === '/docs/schema.graphql' || path === '/docs/supergraph.graphql';
      if (isFile && !sources.introspection) return refused('The schema can’t be read here', layout);
      if (path === '/docs/schema.graphql') return file(printSchema(subject.schema));
      if (path === '/docs/supergraph.graphql')
        return reviews(reader, subject)
          ? file(subject.sdl)
          : refused('The supergraph is for those who review policies', layout);
      const found = pageOf(path, find, subject, layout);
      if (found === null) return missing(layout);
      return written(200, page(layout, { ...found, path, find }));
    },
  };
}

/** Whether somebody reviews policies; nobody does where it is not known who may. */
function reviews(reader: DocumentationReader | null, { accessTo }: Subject): boolean {
  return (accessTo(reviewing) ?? []).some(
    ({ agency, role }) => reader !== null && reader.agency === agency && reader.roles.includes(role),
  );
}

type Found = { readonly title: string; readonly body: Html } | null;

function pageOf(path: string, find: string, subject: Subject, { hasExplorer }: Layout): Found {
  if (path === '/docs') return { title: 'For app developers', body: overviewPage(subject, hasExplorer) };
  if (path === '/docs/types') return { title: 'Types', body: typeList(documentedTypes(subject)) };
  if (path === '/docs/categories') return { title: 'Data categories', body: categoryList(subject) };
  if (path === '/docs/errors') return { title: 'Errors', body: errorPage() };
  if (path === '/docs/search') return { title: 'Search', body: searchPage(find, subject) };
  const [, kind = '', name = ''] = /^\/docs\/(types|categories|agencies)\/([^/]+)$/.exec(path) ?? [];
  return entryPage(kind, name, subject);
}

function entryPage(kind: string, name: string, subject: Subject): Found {
  const type = kind === 'types' ? documentedTypes(subject).find((one) => one.name === name) : undefined;
  if (type) return { title: type.name, body: typePage(type, subject) };
  const category = kind === 'categories' ? subject.catalogue.find((one) => one.name === name) : undefined;
  if (category) return { title: category.name, body: categoryPage(category, subject) };
  const isAgency = kind === 'agencies' && subject.agencies.includes(name);
  return isAgency ? { title: name, body: agencyPage(name, subject) } : null;
}

function file(body: string): DocumentationPage {
  return { status: 200, mediaType: 'application/graphql; charset=utf-8', body };
}

function missing(layout: Layout): DocumentationPage {
  const body = html`<p>It may have had another name. Look for it above.</p>`;
  return written(404, page(layout, { title: 'There is no such page', path: '', body }));
}

function refused(title: string, layout: Layout): DocumentationPage {
  const body = html`<p>Ask whoever runs this gateway.</p>`;
  return written(403, page(layout, { title, path: '', body }));
}

function written(status: DocumentationPage['status'], body: string): DocumentationPage {
  return { status, mediaType: 'text/html; charset=utf-8', body };
}

import { readFile } from 'node:fs/promises';

import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';

import { entryOf } from '../../errors/index.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { Category } from './category.ts';
import { categorySchema } from './category.ts';

/** The catalogue, or everything that is wrong with its file. */
export type CategoriesRead =
  | { readonly kind: 'read'; readonly categories: readonly Category[] }
  | { readonly kind: 'refused'; readonly problems: readonly SchemaProblem[] };

const catalogueSchema = z.strictObject({
  categories: z.array(categorySchema).superRefine(namesDiffer),
});

/** Reads the catalogue of data categories; every problem names the file, the line and the key. */
export async function readCategories(file: string): Promise<CategoriesRead> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refused([unreadable('The file cannot be read.', file)]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) return refused([unreadable('The file is not YAML.', `${file}:${error.linePos?.[0].line ?? 1}`)]);
  const result = catalogueSchema.safeParse(document.toJS());
  if (result.success) return { kind: 'read', categories: result.data.categories };
  return refused(
    result.error.issues.map(({ path, message }) =>
      unreadable(`${path.join('.')}: ${message}.`, `${file}:${lineOf(document, path, lines)}`),
    ),
  );
}

function namesDiffer(categories: readonly Category[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  categories.forEach(({ name }, index) => {
    const isRepeated = seen.size === seen.add(name).size;
    if (isRepeated) context.addIssue({ code: 'custom', path: [index, 'name'], message: `repeats "${name}"` });
  });
}

function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  const nodes = path.map((_, index) => document.getIn(path.slice(0, path.length - index), true));
  return lines.linePos(nodes.find(isNode)?.range?.[0] ?? 0).line;
}

function unreadable(message: string, place: string): SchemaProblem {
  const { remedy } = entryOf('CATEGORIES_UNREADABLE');
  return { code: 'CATEGORIES_UNREADABLE', message, remedy, place };
}

function refused(problems: readonly SchemaProblem[]): CategoriesRead {
  return { kind: 'refused', problems };
}

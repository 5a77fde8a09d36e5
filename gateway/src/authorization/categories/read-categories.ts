import { z } from 'zod';

import { entryOf } from '../../errors/index.ts';
import { readYamlFile } from '../read-yaml-file.ts';
import type { FileFault } from '../read-yaml-file.ts';
import type { SchemaProblem } from '../schema-problem.ts';
import type { Category } from './category.ts';
import { categorySchema } from './category.ts';

/** The catalogue, or everything that is wrong with its file. */
export type CategoriesRead =
  | { readonly kind: 'read'; readonly categories: readonly Category[] }
  | { readonly kind: 'refused'; readonly problems: readonly SchemaProblem[] };

/** What the file of the catalogue has to look like. */
export const catalogueSchema = z.strictObject({
  categories: z.array(categorySchema).superRefine(namesDiffer),
});

/** Reads the catalogue of data categories; every problem names the file, the line and the key. */
export async function readCategories(file: string): Promise<CategoriesRead> {
  const read = await readYamlFile(file, catalogueSchema);
  if (read.kind === 'read') return { kind: 'read', categories: read.value.categories };
  return { kind: 'refused', problems: read.faults.map(unreadable) };
}

function namesDiffer(categories: readonly Category[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  categories.forEach(({ name }, index) => {
    const isRepeated = seen.size === seen.add(name).size;
    if (isRepeated) context.addIssue({ code: 'custom', path: [index, 'name'], message: `repeats "${name}"` });
  });
}

function unreadable({ message, place }: FileFault): SchemaProblem {
  const { remedy } = entryOf('CATEGORIES_UNREADABLE');
  return { code: 'CATEGORIES_UNREADABLE', message, remedy, place };
}

import { fileURLToPath } from 'node:url';

import type { Category } from '../../../../src/authorization/index.ts';
import { readCategories } from '../../../../src/authorization/index.ts';

const file = fileURLToPath(new URL('../../../../agreements/categories.yaml', import.meta.url));
const read = await readCategories(file);
if (read.kind === 'refused') throw new Error(read.problems.map(({ message }) => message).join('\n'));

/** The catalogue that ships. */
export const categories: readonly Category[] = read.categories;

const byName = new Map(categories.map((category) => [category.name, category]));

/** Of the catalogue, by its name. */
export function categoryOf(name: string): Category {
  const category = byName.get(name);
  if (!category) throw new Error(`No data category is named "${name}".`);
  return category;
}

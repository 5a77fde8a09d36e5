export type { Category } from './category.ts';
export type { CategoriesRead } from './read-categories.ts';
export { readCategories } from './read-categories.ts';

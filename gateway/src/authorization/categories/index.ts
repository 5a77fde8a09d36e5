export type { Category } from './category.ts';
export { readCategories } from './read-categories.ts';

export type { Category } from './category.ts';
export { catalogueSchema, readCategories } from './read-categories.ts';

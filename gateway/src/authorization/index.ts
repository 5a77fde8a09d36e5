export type { Category } from './categories/index.ts';
export { readCategories } from './categories/index.ts';
export { checkDescriptions } from './descriptions/index.ts';
export { checkCategories, checkLabels } from './labels/index.ts';

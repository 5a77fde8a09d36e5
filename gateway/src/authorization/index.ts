export type { CategoriesRead, Category } from './categories/index.ts';
export { readCategories } from './categories/index.ts';
export { checkDescriptions } from './descriptions/index.ts';
export type { Label, LabelledField } from './labels/index.ts';
export { checkCategories, checkLabels } from './labels/index.ts';
export type { SchemaProblem, SchemaProblemCode } from './schema-problem.ts';

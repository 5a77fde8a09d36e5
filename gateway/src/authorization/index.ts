export type { Category } from './categories/index.ts';
export { readCategories } from './categories/index.ts';
export { checkDescriptions } from './descriptions/index.ts';
export { checkCategories, checkLabels } from './labels/index.ts';
export type { DecisionTable, Policy, PolicyParts } from './policy/index.ts';
export { compilePolicy } from './policy/index.ts';
export type { Requirements } from './requirements/index.ts';
export { compileRequirements } from './requirements/index.ts';

export { checkAgreements } from './check-agreements.ts';
export { checkCategories } from './check-categories.ts';
export { checkLabels } from './check-labels.ts';
export type { Label } from './label.ts';
export { labelOf } from './label.ts';
export { schemaArguments } from './schema-arguments.ts';

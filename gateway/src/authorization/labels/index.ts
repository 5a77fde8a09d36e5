export { checkCategories } from './check-categories.ts';
export { checkLabels } from './check-labels.ts';
export type { Label } from './label.ts';
export type { LabelledField } from './labelled-field.ts';

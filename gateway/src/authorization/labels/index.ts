export { checkCategories } from './check-categories.ts';
export { checkLabels } from './check-labels.ts';

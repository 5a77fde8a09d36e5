export { compileObjectProjection } from './compile-projection.ts';
export { errorTree } from './error-tree.ts';
export type { ErrorTree } from './error-tree.ts';
export { covers, selectedFieldsOf } from './selected-field.ts';
export type { SelectedField } from './selected-field.ts';
export type { ObjectProjection, ProjectedField } from './object-projection.ts';

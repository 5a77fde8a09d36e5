export { clientFields } from './client-fields.ts';
export type { ClientField } from './client-fields.ts';
export { compileShape } from './compile-shape.ts';
export type { ShapeScope } from './shape-scope.ts';
export { conditionVariables } from './condition-variables.ts';
export type { ObjectShape } from './object-shape.ts';
export { shapeAnswer } from './shape-answer.ts';
export { ShapeContext } from './shape-context.ts';
export { completeEmpty, missing } from './complete.ts';

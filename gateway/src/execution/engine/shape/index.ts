export { compileShape } from './compile-shape.ts';
export { conditionVariables } from './condition-variables.ts';
export type { ObjectShape } from './object-shape.ts';
export { shapeAnswer } from './shape-answer.ts';

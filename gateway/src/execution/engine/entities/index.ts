export { compileRepresentation } from './compile-representation.ts';
export type { RepresentationBuilder, Unrepresented } from './compile-representation.ts';
export { applyRewrites } from './apply-rewrites.ts';
export { locatedAt, recordsAt } from './records-at.ts';
export type { Located } from './records-at.ts';
export { contextValues } from './context-values.ts';

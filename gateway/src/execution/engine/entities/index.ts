export { compileRepresentation } from './compile-representation.ts';
export type { RepresentationBuilder } from './compile-representation.ts';
export { locatedAt, recordsAt } from './records-at.ts';
export type { Located } from './records-at.ts';
export { contextValues } from './context-values.ts';

export { isolateOperation } from './isolate-operation.ts';
export type { IsolatedOperation } from './isolate-operation.ts';
export { operationParts } from './operation-parts.ts';
export type { OperationParts } from './operation-parts.ts';

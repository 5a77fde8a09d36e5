export { executeOperation } from './execute-operation.ts';
export type { OperationAnswer } from './execute-operation.ts';

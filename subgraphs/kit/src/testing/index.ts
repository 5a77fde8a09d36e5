export { subgraphConformance } from './conformance/subgraph-conformance.ts';
export type { ConformanceOptions } from './conformance/subgraph-conformance.ts';
export { countStatements } from './count-statements.ts';
export type { StatementCount } from './count-statements.ts';
export { eachDialect } from './each-dialect.ts';
export type { OpenTestDatabase } from './each-dialect.ts';
export { executeOperation } from './execute-operation.ts';
export type { OperationAnswer } from './execute-operation.ts';

export { createEngine } from './engine/index.ts';
export type {
  ExecutionRequest,
  Executor,
  FetchGuard,
  OperationToPlan,
  PlannedOperation,
  TextResult,
} from './executor.ts';
export { createReferenceEngine } from './load-reference-engine.ts';
export { createResilientClient } from './resilience/index.ts';
export { createSubgraphClient } from './subgraph-client/index.ts';
export type {
  AnsweredFetch,
  FailedFetch,
  RefusedBody,
  RequestSigner,
  SubgraphAnswer,
  SubgraphClient,
  SubgraphError,
  SubgraphRequest,
} from './subgraph-client/index.ts';

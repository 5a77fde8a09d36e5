export { createSubgraphClient } from './create-subgraph-client.ts';
export type { RequestSigner } from './request-signer.ts';
export type {
  AnsweredFetch,
  AnswerReader,
  Deliver,
  FailedFetch,
  RefusedBody,
  SubgraphAnswer,
  SubgraphClient,
  SubgraphError,
  SubgraphRequest,
  WrittenRequest,
} from './subgraph-client.ts';
export { writtenRequest } from './written-request.ts';

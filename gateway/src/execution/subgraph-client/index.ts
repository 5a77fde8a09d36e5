export { createSubgraphClient } from './create-subgraph-client.ts';
export type { RequestSigner } from './request-signer.ts';
export type { SubgraphAnswer, SubgraphClient, SubgraphError, SubgraphRequest } from './subgraph-client.ts';

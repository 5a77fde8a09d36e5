export { createSubgraphClient } from './create-subgraph-client.ts';
export type { SubgraphAnswer, SubgraphClient, SubgraphError, SubgraphRequest } from './subgraph-client.ts';

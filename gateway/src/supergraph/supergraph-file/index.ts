export { readSubgraphs } from './read-subgraphs.ts';
export type { SubgraphSchema } from './subgraph-schema.ts';

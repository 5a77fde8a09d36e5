export type { ReadApi } from './read-composed.ts';
export { readSource } from './read-source.ts';
export type { SourceRead } from './read-source.ts';
export { readSubgraphs } from './read-subgraphs.ts';
export type { SubgraphSchema } from './subgraph-schema.ts';

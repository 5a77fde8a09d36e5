export type { InMemorySubgraph } from './in-memory-subgraph.ts';
export { openInMemory } from './open-in-memory.ts';

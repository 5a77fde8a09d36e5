export { runSubgraph } from './run-subgraph.ts';
export type { Surroundings } from './surroundings.ts';

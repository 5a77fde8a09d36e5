export { runSubgraph } from './run-subgraph.ts';

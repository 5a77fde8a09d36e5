export type { GovernanceAnswer, GovernanceSubgraph } from './create-governance-subgraph.ts';
export { createGovernanceSubgraph } from './create-governance-subgraph.ts';

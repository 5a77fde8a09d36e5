export type {
  GovernanceAnswer,
  GovernanceRequest,
  GovernanceSubgraph,
  GovernanceSubgraphOptions,
} from './create-governance-subgraph.ts';
export { createGovernanceSubgraph } from './create-governance-subgraph.ts';

export { createDecideForResidents } from './decide-for-residents.ts';
export type {
  DecideForResidents,
  DecisionAnswer,
  DecisionQuestion,
  DecisionSources,
} from './decide-for-residents.ts';
export { createDecisionEndpoint } from './create-decision-endpoint.ts';
export type { DecisionEndpoint, DecisionEndpointOptions } from './create-decision-endpoint.ts';

export { createDecideForResidents } from './decide-for-residents.ts';
export type { DecisionQuestion, DecisionSources } from './decide-for-residents.ts';
export { createDecisionEndpoint } from './create-decision-endpoint.ts';
export type { DecisionEndpoint } from './create-decision-endpoint.ts';

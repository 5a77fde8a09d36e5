export type { Decision, Denial, FieldTransform, Permit, Undetermined } from './decision.ts';
export type { DecisionTable, Policy, ResidentDecisions } from './policy.ts';

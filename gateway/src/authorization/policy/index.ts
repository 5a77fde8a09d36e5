export type { PolicyParts } from './compile-policy.ts';
export { compilePolicy } from './compile-policy.ts';
export type { Decision, Denial, Permit, Undetermined } from './decision.ts';
export { openDecision } from './plain-decisions.ts';
export type { DecisionTable, Policy, ResidentDecisions } from './policy.ts';

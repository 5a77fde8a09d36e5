export { planSteps } from './plan-steps.ts';
export type { Condition, PlanStep } from './plan-step.ts';

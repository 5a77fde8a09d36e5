export { batchSteps } from './batch-steps.ts';
export { planSteps } from './plan-steps.ts';
export type { Condition, PlanStep } from './plan-step.ts';

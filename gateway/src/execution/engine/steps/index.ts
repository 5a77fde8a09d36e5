export { batchSteps } from './batch-steps.ts';
export { foldSteps } from './fold-steps.ts';
export { inOneOrder } from './in-one-order.ts';
export { planSteps } from './plan-steps.ts';
export type { Condition, PlanStep } from './plan-step.ts';

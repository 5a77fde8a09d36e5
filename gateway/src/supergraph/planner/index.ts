export { createPlanner } from './create-planner.ts';
export type { Planner, PlannerOptions } from './create-planner.ts';
export type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from './query-plan.ts';

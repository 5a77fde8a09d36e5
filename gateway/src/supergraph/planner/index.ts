export { createPlanners } from './create-planners.ts';
export type { Planner, Planners } from './create-planners.ts';
export type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from './query-plan.ts';

export { agencySchemas } from './agency-schemas.ts';
export { composeSupergraph } from './compose-supergraph.ts';
export { CompositionRefused } from './composition-refused.ts';
export { openSupergraph } from './open-supergraph.ts';
export type { SupergraphSource } from './open-supergraph.ts';
export { linkedFeatures, linkedNames } from './links/index.ts';
export { createPlanners } from './planner/index.ts';
export type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchNode,
  Planner,
  Planners,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from './planner/index.ts';
export { readSubgraphs } from './supergraph-file/index.ts';
export type { SubgraphSchema } from './supergraph-file/index.ts';
export type { Agency } from './agencies-of.ts';
export type { Supergraph } from './supergraph.ts';
export { buildSupergraph } from './supergraph.ts';
export type { FileWatch } from './watch-files.ts';
export { watchFiles } from './watch-files.ts';
export { withoutSecurityDirectives } from './without-security-directives.ts';

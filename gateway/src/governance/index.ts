export type { AgencyHealth } from './agency-health.ts';
export type { Database, Migration } from './database/index.ts';
export { createMissingTable, inTransaction, migrate, openDatabase, retrying } from './database/index.ts';
export type {
  BreakGlassReason,
  BreakGlassSession,
  Consent,
  ConsentKind,
  EmergencyDeclaration,
  Relationship,
  RelationshipKind,
  ResidentFacts,
} from './facts/index.ts';
export type { FactSource, GovernanceState } from './fact-source.ts';
export type { Governance } from './open-governance.ts';
export { openGovernance } from './open-governance.ts';
export type { ImportedFacts } from './writing/index.ts';
export type { AnalysedAgreement, ExplainedOperation, PolicyAnalysis } from './policy-analysis.ts';
export type { CategoryAccess, PolicyView } from './policy-view.ts';
export type {
  Connection,
  Count,
  GovernanceSubgraph,
  InProcessAnswer,
  InProcessRequest,
  PageRequest,
} from './subgraph/index.ts';
export {
  createGovernanceSubgraph,
  dateTime,
  inProcessSubgraph,
  pageOf,
  pageSize,
  positionAfter,
  requestCounts,
  staleCursor,
} from './subgraph/index.ts';
export type { MergeSpan } from './reading/index.ts';
export { readMergeSpans } from './reading/index.ts';
export type { Writings } from './writings-of.ts';

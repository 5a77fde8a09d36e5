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
export type { FactSource, GovernanceState, Restriction } from './fact-source.ts';
export type { Governance, GovernanceOptions } from './open-governance.ts';
export { openGovernance } from './open-governance.ts';
export type { ImportedFacts } from './writing/index.ts';

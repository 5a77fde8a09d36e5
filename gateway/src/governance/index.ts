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

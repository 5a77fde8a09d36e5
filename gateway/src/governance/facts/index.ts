export type { BreakGlassReason, BreakGlassSession } from './break-glass-session.ts';
export type { Consent, ConsentKind } from './consent.ts';
export type { EmergencyDeclaration } from './emergency-declaration.ts';
export type { Relationship, RelationshipKind } from './relationship.ts';
export type { ResidentFacts } from './resident-facts.ts';

import type { BreakGlassSession } from './break-glass-session.ts';
import type { Consent } from './consent.ts';
import type { Relationship } from './relationship.ts';

/** What is on file about a resident that decisions depend on, as far as it concerns one requester. */
export interface ResidentFacts {
  readonly residentId: string;
  /** Consents, ended and revoked ones left out. */
  readonly consents: readonly Consent[];
  /** Of the requester to this resident; in force. */
  readonly relationships: readonly Relationship[];
  /** Of the requester about this resident; in force. */
  readonly breakGlass: BreakGlassSession | null;
}

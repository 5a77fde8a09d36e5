/** Why somebody opened a record that is closed to them. */
export type BreakGlassReason = 'MEDICAL_EMERGENCY' | 'IMMINENT_DANGER' | 'CHILD_AT_RISK' | 'DISASTER';

/** One subject's access to one resident out of the ordinary: for at most four hours, and reviewed afterwards. */
export interface BreakGlassSession {
  readonly id: string;
  readonly residentId: string;
  readonly subject: string;
  /** The agencies whose records it opens; every other agency's stay closed. Each was notified and reviews it. */
  readonly agencies: readonly string[];
  readonly reason: BreakGlassReason;
  readonly openedAt: Date;
  readonly endsAt: Date;
}

import type { BreakGlassSession } from './facts/index.ts';

/** Whether a requester may see one data category of one resident, and if not, why. */
export interface CategoryAccess {
  /** Name of the data category. */
  readonly category: string;
  readonly isPermitted: boolean;
  /** Code of the reason; null where it is permitted. */
  readonly reason: string | null;
  /** The law or the agreement's title; null where it is permitted. */
  readonly authority: string | null;
  /** Code of what can be done about it; null where it is permitted. */
  readonly remedy: string | null;
}

/**
 * What governance has to know of the policy, which stands on the facts and therefore above it: the answers to one
 * requester for one purpose.
 */
export interface PolicyView {
  /**
   * Access to every category that may be spoken of, by resident, in one batch. What is withheld without a trace is
   * left out, for every resident alike.
   */
  readonly accessOf: (
    residentIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly CategoryAccess[]>>;
  /** The agencies among these of which the session would open to the requester what is closed to them now. */
  readonly openedBy: (
    session: Pick<BreakGlassSession, 'residentId' | 'agencies' | 'reason'>,
  ) => Promise<readonly string[]>;
  /** Whether the law leaves a consent to the category to the resident alone, whoever acts for them otherwise. */
  readonly needsOwnConsent: (category: string) => boolean;
  /** The agency of a data category; null if the catalogue has no such category. */
  readonly ownerOf: (category: string) => string | null;
}

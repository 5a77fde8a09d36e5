import type { PendingSignIn, Session } from './session.ts';

/**
 * Where sessions are kept, for all processes together. Ids are hashes of what browsers carry. Everything
 * rejects with the Failure SESSIONS_UNAVAILABLE while the place doesn't answer.
 */
export interface SessionStore {
  /** The session, or null if there is none or it has ended by then. */
  readonly read: (idHash: string, at: Date) => Promise<Session | null>;
  readonly create: (idHash: string, session: Session) => Promise<void>;
  /** Lets a session that hasn't ended go on until then. */
  readonly extend: (idHash: string, idleEndsAt: Date, at: Date) => Promise<void>;
  /** Ends a session for good; ending one that isn't there changes nothing. */
  readonly end: (idHash: string) => Promise<void>;
  /** Ends the sessions that the identity provider says are over: one of its own, or all of a subject. */
  readonly endOf: (
    ended: { readonly providerSessionHash: string } | { readonly subject: string },
  ) => Promise<void>;
  readonly begin: (idHash: string, pending: PendingSignIn) => Promise<void>;
  /** Takes what was begun; only the first of several gets it, and nobody gets what has ended by then. */
  readonly take: (idHash: string, at: Date) => Promise<PendingSignIn | null>;
  /** Removes what has ended by then. */
  readonly sweep: (at: Date) => Promise<void>;
}

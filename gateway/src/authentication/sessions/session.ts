import type { Caller } from '../caller.ts';

/** Somebody who has signed in by a browser. */
export interface Session {
  /** As a token of theirs would tell it. */
  readonly caller: Caller;
  /** What they are called by the identity provider, for their own screen. */
  readonly name: string | null;
  /** SHA-256 of the identity provider's own name for its session (`sid`), if it has one. */
  readonly providerSessionHash: string | null;
  /** It ends then unless it is used before. */
  readonly idleEndsAt: Date;
  /** It ends then however much it is used. */
  readonly absoluteEndsAt: Date;
  /** Until then counts that the person has proved again who they are; null if they haven't. */
  readonly steppedUpUntil: Date | null;
}

/** A browser that has been sent to the identity provider. */
export interface PendingSignIn {
  /** The path where it goes afterwards. */
  readonly returnPath: string;
  /** The hash of the session that is to be stepped up; null where somebody signs in. */
  readonly sessionHash: string | null;
  readonly begunAt: Date;
  readonly endsAt: Date;
}

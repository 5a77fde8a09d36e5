import type { ErrorCode, Failure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ClaimNames } from '../claim-names.ts';
import type { IdentityProvider } from '../open-id/index.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTimes } from './session-times.ts';

/** What signing in is made from. */
export interface SignInOptions {
  readonly store: SessionStore;
  readonly provider: IdentityProvider;
  readonly times: SessionTimes;
  readonly origin: string;
  readonly clientId: string;
  readonly stepUpAcrValues: readonly string[];
  readonly clockToleranceSeconds: number;
  readonly claimNames: ClaimNames;
  readonly log: Logger;
  readonly now: () => Date;
  /** Takes note of somebody who came back from the provider and isn't signed in, by the code that they are told. */
  readonly failed?: (code: ErrorCode) => void;
}

/** Where the browser goes next and which cookie it is handed, or why it goes nowhere. */
export type SignInDecision =
  | { readonly kind: 'redirect'; readonly location: string; readonly cookie: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

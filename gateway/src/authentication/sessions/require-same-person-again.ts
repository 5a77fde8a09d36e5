import { failure } from '../../errors/index.ts';
import type { Identified } from './identified.ts';
import type { PendingSignIn, Session } from './session.ts';
import type { SignInOptions } from './sign-in-options.ts';

/**
 * Requires of a step-up that the session's own person has been asked again. That the provider was asked to do so
 * doesn't say that it did: the ID token does (`auth_time`, `acr`).
 *
 * @throws Failure SIGN_IN_FAILED
 */
export function requireSamePersonAgain(
  { caller, authenticatedAt, acr }: Identified,
  before: Session,
  { begunAt }: PendingSignIn,
  { stepUpAcrValues, clockToleranceSeconds }: SignInOptions,
): void {
  const earliest = begunAt.getTime() - clockToleranceSeconds * 1000 - 1000;
  const isAgain = authenticatedAt !== null && authenticatedAt.getTime() >= earliest;
  const isEnough = stepUpAcrValues.length === 0 || (acr !== null && stepUpAcrValues.includes(acr));
  if (caller.subject !== before.caller.subject || !isAgain || !isEnough) throw failure('SIGN_IN_FAILED');
}

import { randomInt } from 'node:crypto';

import { cookieWith } from './cookies.ts';
import { exchangeSecrets } from './exchange-secrets.ts';
import { returnPath } from './return-path.ts';
import { hashOf, newSecret } from './secret.ts';
import { minutesLater } from './session-times.ts';
import type { SignInDecision, SignInOptions } from './sign-in-options.ts';

const minutesToSignIn = 10;

/** What has ended is removed about every so many times that somebody begins. */
const beginningsBetweenSweeps = 100;

/**
 * Sends a browser to the provider.
 *
 * @param asked - `sessionHash`: the session that is to be stepped up; null where somebody signs in
 * @throws Failure IDENTITY_PROVIDER_UNAVAILABLE, SESSIONS_UNAVAILABLE
 */
export async function beginSignIn(
  { store, provider, origin, now }: SignInOptions,
  { returnTo, sessionHash }: { readonly returnTo: string | undefined; readonly sessionHash: string | null },
): Promise<SignInDecision> {
  const secret = newSecret();
  const location = await provider.authorizationUrl(exchangeSecrets(secret), sessionHash !== null);
  const begunAt = now();
  const endsAt = minutesLater(begunAt, minutesToSignIn);
  const pending = { returnPath: returnPath(returnTo, origin), sessionHash, begunAt, endsAt };
  await store.begin(hashOf(secret), pending);
  if (randomInt(beginningsBetweenSweeps) === 0) await store.sweep(begunAt);
  return { kind: 'redirect', location, cookie: cookieWith('__Host-sign-in', secret, minutesToSignIn * 60) };
}

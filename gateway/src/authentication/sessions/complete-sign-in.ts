import { timingSafeEqual } from 'node:crypto';

import { failure } from '../../errors/index.ts';
import type { RequestHeaders } from '../authenticator.ts';
import { cookieWith, secretOf } from './cookies.ts';
import { exchangeSecrets } from './exchange-secrets.ts';
import { identified } from './identified.ts';
import { hashOf, newSecret } from './secret.ts';
import { idleEnd, minutesLater } from './session-times.ts';
import type { PendingSignIn, Session } from './session.ts';
import type { SignInDecision, SignInOptions } from './sign-in-options.ts';
import { requireSamePersonAgain } from './require-same-person-again.ts';

/**
 * Takes a browser back that was sent to the provider:
 *
 * 1. take what was begun, which only this browser can name, and only once; a link of another site, which can't know
 *    the state, uses nothing up;
 * 2. exchange the code, and verify who the provider says it is;
 * 3. end the session that the browser had, so that none can be planted (CWE-384);
 * 4. begin a new one, under a new secret.
 *
 * @throws Failure SIGN_IN_FAILED, IDENTITY_PROVIDER_UNAVAILABLE, SESSIONS_UNAVAILABLE
 */
export async function completeSignIn(
  options: SignInOptions,
  headers: RequestHeaders,
  query: URLSearchParams,
): Promise<SignInDecision> {
  const { store, provider, origin, now } = options;
  const pendingSecret = secretOf(headers, '__Host-sign-in');
  if (pendingSecret === null) throw failure('SIGN_IN_FAILED');
  const secrets = exchangeSecrets(pendingSecret);
  if (!isSame(query.get('state') ?? '', secrets.state)) throw failure('SIGN_IN_FAILED');
  const pending = await store.take(hashOf(pendingSecret), now());
  if (pending === null) throw failure('SIGN_IN_FAILED');
  const exchanged = await provider.exchange(query, secrets);
  if (exchanged.kind === 'refused') throw exchanged.failure;
  const before = await endBefore(options, headers, pending);
  const secret = newSecret();
  await store.create(hashOf(secret), sessionOf(options, exchanged.claims, pending, before));
  await store.sweep(now());
  const location = `${origin}${pending.returnPath}`;
  return { kind: 'redirect', location, cookie: cookieWith('__Host-session', secret) };
}

/** In a time that tells nothing of how much is the same. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(expected)));
}

/** Ends what this browser's session was. @returns the session that is to be stepped up */
async function endBefore(
  { store, now }: SignInOptions,
  headers: RequestHeaders,
  { sessionHash }: PendingSignIn,
): Promise<Session | null> {
  const secret = secretOf(headers, '__Host-session');
  const idHash = secret === null ? null : hashOf(secret);
  const session = idHash === null ? null : await store.read(idHash, now());
  if (idHash !== null) await store.end(idHash);
  if (sessionHash === null) return null;
  if (session === null || idHash !== sessionHash) throw failure('SIGN_IN_FAILED');
  return session;
}

function sessionOf(
  options: SignInOptions,
  claims: Readonly<Record<string, unknown>>,
  pending: PendingSignIn,
  before: Session | null,
): Session {
  const { times, now } = options;
  const at = now();
  const person = identified(claims, options, at);
  if (before !== null) requireSamePersonAgain(person, before, pending, options);
  const absoluteEndsAt = before?.absoluteEndsAt ?? minutesLater(at, times.absoluteMinutes);
  return {
    caller: person.caller,
    name: person.name,
    providerSessionHash: person.providerSession === null ? null : hashOf(person.providerSession),
    idleEndsAt: idleEnd(times, absoluteEndsAt, at),
    absoluteEndsAt,
    steppedUpUntil: before === null ? null : minutesLater(at, times.stepUpMinutes),
  };
}

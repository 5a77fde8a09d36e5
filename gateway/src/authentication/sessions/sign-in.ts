import { randomInt } from 'node:crypto';

import type { Failure } from '../../errors/index.ts';
import { failure, toFailure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { RequestHeaders } from '../authenticator.ts';
import type { ClaimNames } from '../claim-names.ts';
import type { IdentityProvider } from '../open-id/index.ts';
import { cookieWith, secretOf } from './cookies.ts';
import { identified } from './identified.ts';
import { returnPath } from './return-path.ts';
import { derivedFrom, hashOf, newSecret } from './secret.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTimes } from './session-times.ts';
import { idleEnd, minutesLater } from './session-times.ts';
import type { PendingSignIn, Session } from './session.ts';

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
}

/** Where the browser goes next and which cookie it is handed, or why it goes nowhere. */
export type SignInDecision =
  | { readonly kind: 'redirect'; readonly location: string; readonly cookie: string }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Signing in by an OpenID provider. Nothing here rejects. */
export interface SignIn {
  /** Sends the browser to the provider. */
  readonly begin: (returnTo: string | undefined) => Promise<SignInDecision>;
  /** Sends the browser of a session to the provider, which has to ask the person again. */
  readonly stepUp: (headers: RequestHeaders, returnTo: string | undefined) => Promise<SignInDecision>;
  /** Takes the browser back with the provider's answer. Every session gets a new id (CWE-384). */
  readonly complete: (headers: RequestHeaders, query: URLSearchParams) => Promise<SignInDecision>;
  /** Where the provider's own session ends. */
  readonly signOutLocation: () => Promise<string>;
  /**
   * Ends what the provider says is over, by a token that it sends without a browser (OpenID Connect Back-Channel
   * Logout 1.0). @returns why that isn't done, or null
   */
  readonly endedAtProvider: (logoutToken: string) => Promise<Failure | null>;
}

const minutesToSignIn = 10;

/** What has ended is removed about every so many times that somebody begins. */
const beginningsBetweenSweeps = 100;

/** Makes the way to sign in. */
export function createSignIn(options: SignInOptions): SignIn {
  const { store, provider, origin, now, log } = options;
  return {
    begin: async (returnTo) => decided(log, () => begin(options, { returnTo, sessionHash: null })),
    stepUp: async (headers, returnTo) =>
      decided(log, async () => {
        const secret = secretOf(headers, '__Host-session');
        const session = secret === null ? null : await store.read(hashOf(secret), now());
        if (secret === null || session === null) throw failure('UNAUTHENTICATED');
        return begin(options, { returnTo, sessionHash: hashOf(secret) });
      }),
    complete: async (headers, query) => decided(log, () => complete(options, headers, query)),
    endedAtProvider: async (logoutToken) => endedAtProvider(options, logoutToken).catch(toFailure),
    signOutLocation: async () => (await provider.signOutUrl(`${origin}/`).catch(() => null)) ?? `${origin}/`,
  };
}

async function begin(
  { store, provider, origin, now }: SignInOptions,
  { returnTo, sessionHash }: { readonly returnTo: string | undefined; readonly sessionHash: string | null },
): Promise<SignInDecision> {
  const secret = newSecret();
  const location = await provider.authorizationUrl(secretsOf(secret), sessionHash !== null);
  const begunAt = now();
  const endsAt = minutesLater(begunAt, minutesToSignIn);
  const pending = { returnPath: returnPath(returnTo, origin), sessionHash, begunAt, endsAt };
  await store.begin(hashOf(secret), pending);
  if (randomInt(beginningsBetweenSweeps) === 0) await store.sweep(begunAt);
  return { kind: 'redirect', location, cookie: cookieWith('__Host-sign-in', secret, minutesToSignIn * 60) };
}

/** What the provider is sent. Only who has the browser's secret can make it, so none of it is kept anywhere. */
function secretsOf(secret: string): Parameters<IdentityProvider['authorizationUrl']>[0] {
  return {
    state: derivedFrom(secret, 'state'),
    nonce: derivedFrom(secret, 'nonce'),
    verifier: derivedFrom(secret, 'verifier'),
  };
}

async function complete(
  options: SignInOptions,
  headers: RequestHeaders,
  query: URLSearchParams,
): Promise<SignInDecision> {
  const { store, provider, origin, now } = options;
  const pendingSecret = secretOf(headers, '__Host-sign-in');
  const pending = pendingSecret === null ? null : await store.take(hashOf(pendingSecret), now());
  if (pendingSecret === null || pending === null) throw failure('SIGN_IN_FAILED');
  const exchanged = await provider.exchange(query, secretsOf(pendingSecret));
  if (exchanged.kind === 'refused') throw exchanged.failure;
  const before = await endBefore(options, headers, pending);
  const secret = newSecret();
  await store.create(hashOf(secret), sessionOf(options, exchanged.claims, pending, before));
  await store.sweep(now());
  const location = `${origin}${pending.returnPath}`;
  return { kind: 'redirect', location, cookie: cookieWith('__Host-session', secret) };
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

/** That the provider was asked to ask again doesn't say that it did: the ID token does. */
function requireSamePersonAgain(
  { caller, authenticatedAt, acr }: ReturnType<typeof identified>,
  before: Session,
  { begunAt }: PendingSignIn,
  { stepUpAcrValues, clockToleranceSeconds }: SignInOptions,
): void {
  const earliest = begunAt.getTime() - clockToleranceSeconds * 1000 - 1000;
  const isAgain = authenticatedAt !== null && authenticatedAt.getTime() >= earliest;
  const isEnough = stepUpAcrValues.length === 0 || (acr !== null && stepUpAcrValues.includes(acr));
  if (caller.subject !== before.caller.subject || !isAgain || !isEnough) throw failure('SIGN_IN_FAILED');
}

async function endedAtProvider({ provider, store }: SignInOptions, token: string): Promise<Failure | null> {
  const ended = await provider.ended(token);
  if (ended === null) return failure('BAD_REQUEST', { message: 'This is no logout token of the provider.' });
  await store.endOf('subject' in ended ? ended : { providerSessionHash: hashOf(ended.providerSession) });
  return null;
}

async function decided(log: Logger, decide: () => Promise<SignInDecision>): Promise<SignInDecision> {
  try {
    return await decide();
  } catch (thrown) {
    const inner = toFailure(thrown);
    log.warn('signing in did not succeed', { code: inner.code, error: inner });
    return { kind: 'refused', failure: inner };
  }
}

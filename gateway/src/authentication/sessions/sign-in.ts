import type { Failure } from '../../errors/index.ts';
import { failure, toFailure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { RequestHeaders } from '../authenticator.ts';
import { beginSignIn } from './begin-sign-in.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { secretOf } from './cookies.ts';
import { hashOf } from './secret.ts';
import type { SignInDecision, SignInOptions } from './sign-in-options.ts';

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

/** Makes the way to sign in. */
export function createSignIn(options: SignInOptions): SignIn {
  const { store, provider, origin, now, log } = options;
  return {
    begin: async (returnTo) => decided(log, () => beginSignIn(options, { returnTo, sessionHash: null })),
    stepUp: async (headers, returnTo) =>
      decided(log, async () => {
        const secret = secretOf(headers, '__Host-session');
        const session = secret === null ? null : await store.read(hashOf(secret), now());
        if (secret === null || session === null) throw failure('UNAUTHENTICATED');
        return beginSignIn(options, { returnTo, sessionHash: hashOf(secret) });
      }),
    complete: async (headers, query) => {
      const decision = await decided(log, () => completeSignIn(options, headers, query));
      if (decision.kind === 'refused') options.failed?.(decision.failure.code);
      return decision;
    },
    endedAtProvider: async (logoutToken) => endedAtProvider(options, logoutToken).catch(toFailure),
    signOutLocation: async () => (await provider.signOutUrl(`${origin}/`).catch(() => null)) ?? `${origin}/`,
  };
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

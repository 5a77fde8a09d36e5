import type { SessionStore, Sessions, SignIn } from './authentication/index.ts';
import { createSessions, createSignIn, openIdentityProvider } from './authentication/index.ts';
import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { Logger } from './telemetry/index.ts';

/** What browsers sign in by, and the sessions that they then have. */
export interface OpenedSignIn {
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly publicUrl: string;
  readonly limits: Pick<Config['signIn'], 'maximumPerMinute' | 'maximumPerMinutePerSource'>;
}

/**
 * Opens the way to sign in by a browser, or null where none is configured.
 *
 * @param store - null where no database is open
 * @param failed - is told the code whenever somebody comes back from the provider and isn't signed in
 * @throws Failure SIGN_IN_UNUSABLE
 */
export async function openSignIn(
  config: Pick<Config, 'signIn' | 'sessions' | 'authentication'>,
  store: SessionStore | null,
  log: Logger,
  failed?: (code: string) => void,
): Promise<OpenedSignIn | null> {
  const { signIn, sessions: times, authentication } = config;
  const { issuer, publicUrl, stepUpAcrValues, clientId } = signIn;
  if (issuer === undefined) return null;
  if (store === null || publicUrl === undefined) throw failure('SIGN_IN_UNUSABLE');
  const { origin } = new URL(publicUrl);
  const { clockToleranceSeconds } = authentication;
  const redirectUri = `${origin}/sign-in/callback`;
  const provider = await openIdentityProvider({ ...signIn, issuer, redirectUri, clockToleranceSeconds, now });
  const shared = { store, times, origin, log, now };
  return {
    sessions: createSessions(shared),
    signIn: createSignIn({
      ...shared,
      provider,
      clientId,
      stepUpAcrValues,
      clockToleranceSeconds,
      claimNames: authentication,
      ...(failed && { failed }),
    }),
    publicUrl,
    limits: signIn,
  };
}

function now(): Date {
  return new Date();
}

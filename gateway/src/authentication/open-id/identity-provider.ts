import type { ClientAuth, ServerMetadata } from 'openid-client';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  clockTolerance,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';

import type { Failure } from '../../errors/index.ts';
import type { ClientCredentials } from './client-authentication.ts';
import { clientAuthentication } from './client-authentication.ts';
import { exchangeFailure } from './exchange-failure.ts';
import type { EndedAtProvider } from './logout-token.ts';
import { readLogoutToken } from './logout-token.ts';
import { providerKeys } from './provider-keys.ts';

/** Which provider, and as whom this gateway is registered there. */
interface IdentityProviderOptions extends ClientCredentials {
  /** Its issuer identifier; the rest is discovered (OpenID Connect Discovery 1.0). */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider sends browsers back. */
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Asked for at a step-up, if there are any, and then one of them must have been reached. */
  readonly stepUpAcrValues: readonly string[];
  readonly clockToleranceSeconds: number;
  readonly now: () => Date;
}

/** What binds an answer of the provider to the browser that was sent there. */
interface ExchangeSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** The claims of an ID token that was verified, or why there are none. */
type ExchangeDecision =
  | { readonly kind: 'identified'; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** An OpenID provider. */
export interface IdentityProvider {
  /** @throws Failure IDENTITY_PROVIDER_UNAVAILABLE */
  readonly authorizationUrl: (secrets: ExchangeSecrets, isStepUp: boolean) => Promise<string>;
  /** @param query - of the address to which the provider has sent the browser back */
  readonly exchange: (query: URLSearchParams, secrets: ExchangeSecrets) => Promise<ExchangeDecision>;
  /** Where the provider's own session ends (RP-Initiated Logout 1.0); null if it has no such place. */
  readonly signOutUrl: (returnUrl: string) => Promise<string | null>;
  /**
   * What the provider says is over, by a token that it sends itself; null if the token isn't its own.
   *
   * @throws Failure IDENTITY_PROVIDER_UNAVAILABLE
   */
  readonly ended: (logoutToken: string) => Promise<EndedAtProvider | null>;
}

const timeoutSeconds = 5;

/** Metadata are read again after this time; keys at every exchange, so that a new key counts at once. */
const metadataMilliseconds = 600_000;

/**
 * Opens an OpenID provider: authorization code with PKCE, state, nonce and the issuer in the response
 * (RFC 9700, RFC 9207). Nothing is asked of the provider before somebody signs in.
 *
 * @throws Failure SIGN_IN_UNUSABLE if the client's secret or key can't be read.
 */
export async function openIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const authentication = await clientAuthentication(options);
  const configuration = configurations(options, authentication);
  const keys = providerKeys(async () => (await configuration()).serverMetadata().jwks_uri);
  const { redirectUri, scopes, stepUpAcrValues } = options;
  return {
    authorizationUrl: async ({ state, nonce, verifier }, isStepUp) => {
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(isStepUp && { prompt: 'login', max_age: '0' }),
        ...(isStepUp && stepUpAcrValues.length > 0 && { acr_values: stepUpAcrValues.join(' ') }),
      });
      return url.href;
    },
    exchange: async (query, { state, nonce, verifier }) => {
      try {
        const answered = new URL(`${redirectUri}?${query.toString()}`);
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
        const tokens = await authorizationCodeGrant(await configuration(), answered, checks);
        return { kind: 'identified', claims: { ...tokens.claims() } };
      } catch (cause) {
        return { kind: 'refused', failure: exchangeFailure(cause) };
      }
    },
    signOutUrl: async (returnUrl) => {
      const current = await configuration();
      if (current.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(current, { post_logout_redirect_uri: returnUrl }).href;
    },
    ended: async (logoutToken) => readLogoutToken(logoutToken, keys, options),
  };
}

/** A configuration of its own for each use: the library keeps keys with it. */
function configurations(
  { issuer, clientId, clockToleranceSeconds, now }: IdentityProviderOptions,
  authentication: ClientAuth,
): () => Promise<Configuration> {
  const client = { [clockTolerance]: clockToleranceSeconds };
  // The configuration permits http on the own machine alone.
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  let known: { readonly metadata: ServerMetadata; readonly readAt: number } | null = null;
  const discovered = async (): Promise<ServerMetadata> => {
    const at = now().getTime();
    if (known !== null && at - known.readAt < metadataMilliseconds) return known.metadata;
    const found = await discovery(new URL(issuer), clientId, client, authentication, {
      execute,
      timeout: timeoutSeconds,
    }).catch((cause: unknown) => {
      throw exchangeFailure(cause, 'IDENTITY_PROVIDER_UNAVAILABLE');
    });
    known = { metadata: found.serverMetadata(), readAt: at };
    return known.metadata;
  };
  return async () => {
    const configuration = new Configuration(await discovered(), clientId, client, authentication);
    configuration.timeout = timeoutSeconds;
    for (const extend of [...execute, enableNonRepudiationChecks]) extend(configuration);
    return configuration;
  };
}

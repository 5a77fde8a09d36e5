import type { JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, errors } from 'jose';

import { failure } from '../../errors/index.ts';
import { exchangeFailure } from './exchange-failure.ts';

/**
 * The keys of a provider, fetched when a token needs them and kept: an unknown key makes them be read again, at most
 * every half minute.
 *
 * @param keysUrl - where the provider publishes them, looked up at every token
 * @returns what finds the key of a token; it throws Failure IDENTITY_PROVIDER_UNAVAILABLE if no keys can be had
 */
export function providerKeys(keysUrl: () => Promise<string | undefined>): JWTVerifyGetKey {
  let known: { readonly url: string; readonly keyOf: JWTVerifyGetKey } | null = null;
  return async (header, token) => {
    const url = await keysUrl();
    if (url === undefined) throw failure('IDENTITY_PROVIDER_UNAVAILABLE');
    if (known?.url !== url) known = { url, keyOf: createRemoteJWKSet(new URL(url)) };
    try {
      return await known.keyOf(header, token);
    } catch (cause) {
      throw isTokenAtFault(cause) ? cause : exchangeFailure(cause, 'IDENTITY_PROVIDER_UNAVAILABLE');
    }
  };
}

/** Keys were read, and none of them is this token's. */
function isTokenAtFault(thrown: unknown): boolean {
  return (
    thrown instanceof errors.JWKSNoMatchingKey ||
    thrown instanceof errors.JWKSMultipleMatchingKeys ||
    thrown instanceof errors.JOSENotSupported
  );
}

import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

import type { Client } from './provider-options.ts';
import { Refusal } from './refusal.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Which application asks, as it proves by a token that it has signed itself (RFC 7523, section 3). @throws Refusal */
export type AuthenticateClient = (parameters: ReadonlyMap<string, string>) => Promise<Client>;

/** As long as an assertion counts, with a minute for clocks that differ. */
const assertionLifetimeMilliseconds = 360_000;

/** Assertions that are remembered; only registered applications can make any. */
const mostAssertions = 100_000;

/** Knows applications by their keys; each assertion counts once. */
export function clientAuthenticator(issuer: string, clients: readonly Client[]): AuthenticateClient {
  const used = new LRUCache<string, true>({ max: mostAssertions, ttl: assertionLifetimeMilliseconds });
  return async (parameters) => {
    try {
      const assertion = parameters.get('client_assertion') ?? '';
      if (parameters.get('client_assertion_type') !== assertionType) throw new TypeError('No assertion.');
      const id = decodeJwt(assertion).sub;
      const client = clients.find((one) => one.id === id);
      if (client === undefined) throw new TypeError('An unknown application.');
      const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.keys), {
        issuer: client.id,
        subject: client.id,
        audience: [issuer, `${issuer}/token`],
        algorithms: ['EdDSA', 'Ed25519', 'ES256', 'PS256'],
        requiredClaims: ['exp', 'jti'],
        maxTokenAge: '5m',
      });
      const name = `${client.id} ${String(payload.jti)}`;
      if (used.has(name)) throw new TypeError('An assertion that was used.');
      used.set(name, true);
      return client;
    } catch {
      throw new Refusal('invalid_client', 'The application does not prove itself.', 401);
    }
  };
}

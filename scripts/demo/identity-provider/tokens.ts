import { randomUUID } from 'node:crypto';

import type { JWTPayload } from 'jose';
import { SignJWT } from 'jose';

import type { Grant } from './authorization-requests.ts';
import { seconds } from './authorization-requests.ts';
import type { Client, IdentityProviderOptions } from './provider-options.ts';
import { Refusal } from './refusal.ts';

/** The answer of the token endpoint (RFC 6749, section 5.1). */
type TokenAnswer = Readonly<Record<string, string | number>>;

/** Makes tokens. */
export interface Tokens {
  /** An ID token (OpenID Connect Core 1.0, section 2) and an access token for whoever has signed in. */
  readonly forGrant: (grant: Grant) => Promise<TokenAnswer>;
  /** An access token (RFC 9068) for the application itself. @throws Refusal */
  readonly forClient: (client: Client, scope: string | undefined) => Promise<TokenAnswer>;
}

const lifetimeSeconds = 300;

/** Makes tokens that hold for five minutes. */
export function tokensOf(issuer: string, options: IdentityProviderOptions): Tokens {
  const { audience, keys, idToken = (claims) => claims } = options;
  const signed = async (type: string, claims: JWTPayload): Promise<string> => {
    const { id, privateKey } = keys.signing();
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: id, typ: type }).sign(privateKey);
  };
  const times = (): JWTPayload => ({ iss: issuer, iat: seconds(), exp: seconds() + lifetimeSeconds });
  const accessToken = (claims: JWTPayload): Promise<string> =>
    signed('at+jwt', { ...times(), aud: audience, jti: randomUUID(), ...claims });
  return {
    forGrant: async ({ request, account, authenticatedAt }) => {
      const person = { ...account.claims, sub: account.subject, name: account.title };
      const { client_id: clientId, nonce } = request;
      const claims = { ...times(), ...person, aud: clientId, auth_time: authenticatedAt, sid: randomUUID() };
      const acr = request.acr_values?.split(' ')[0];
      const all = { ...claims, ...(nonce !== undefined && { nonce }), ...(acr !== undefined && { acr }) };
      const told = idToken(all);
      return {
        id_token: typeof told === 'string' ? told : await signed('JWT', told),
        ...answerWith(await accessToken({ ...person, client_id: clientId })),
      };
    },
    forClient: async (client, scope) => {
      if (client.ownClaims === null)
        throw new Refusal('unauthorized_client', 'The application acts for people only.');
      const asked = scope?.split(' ') ?? client.scopes;
      if (!asked.every((one) => client.scopes.includes(one)))
        throw new Refusal('invalid_scope', 'The application may not ask for this scope.');
      const granted = asked.join(' ');
      const claims = { ...client.ownClaims, sub: client.id, client_id: client.id, scope: granted };
      return { ...answerWith(await accessToken(claims)), scope: granted };
    },
  };
}

function answerWith(accessToken: string): TokenAnswer {
  return { access_token: accessToken, token_type: 'Bearer', expires_in: lifetimeSeconds };
}

import { createHash, randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Account, Client } from './provider-options.ts';
import { Refusal } from './refusal.ts';

const requestSchema = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
  prompt: z.string().optional(),
  acr_values: z.string().optional(),
});

/** A browser's request that an application be told who somebody is (RFC 6749, section 4.1.1; RFC 7636). */
type AuthorizationRequest = z.infer<typeof requestSchema>;

/** A request that somebody has agreed to. */
export interface Grant {
  readonly request: AuthorizationRequest;
  readonly account: Account;
  readonly authenticatedAt: number;
}

/** Requests that wait for somebody, and codes that wait to be exchanged. */
export interface AuthorizationRequests {
  /** @throws Refusal if the application is unknown or asks for what it may not: then nobody is sent there. */
  readonly begin: (query: unknown) => { readonly id: string; readonly request: AuthorizationRequest };
  /** Where the browser is sent back with a code. */
  readonly agree: (id: string, account: Account) => URL;
  /** What a code stands for; once. @throws Refusal */
  readonly redeem: (code: string, client: Client, redirectUri: string, verifier: string) => Grant;
}

const requestLifetimeMilliseconds = 600_000;
const codeLifetimeMilliseconds = 60_000;

/** Of each as many are kept; with more of them the oldest are forgotten. */
const most = 1000;

/** Keeps requests and codes in memory: what is under way is lost when the process ends, or too much is. */
export function authorizationRequests(issuer: string, clients: readonly Client[]): AuthorizationRequests {
  const waiting = new LRUCache<string, AuthorizationRequest>({ max: most, ttl: requestLifetimeMilliseconds });
  const codes = new LRUCache<string, Grant>({ max: most, ttl: codeLifetimeMilliseconds });
  return {
    begin: (query) => {
      const { success, data: request } = requestSchema.safeParse(query);
      if (!success) throw new Refusal('invalid_request', 'The request lacks something or has PKCE missing.');
      const client = clients.find(({ id }) => id === request.client_id);
      if (!client?.redirectUris.includes(request.redirect_uri))
        throw new Refusal('invalid_request', 'The application or its address is not registered.');
      const id = random();
      waiting.set(id, request);
      return { id, request };
    },
    agree: (id, account) => {
      const request = waiting.get(id);
      if (request === undefined) throw new Refusal('invalid_request', 'Nothing waits for this answer.');
      waiting.delete(id);
      const code = random();
      codes.set(code, { request, account, authenticatedAt: seconds() });
      const url = new URL(request.redirect_uri);
      url.searchParams.set('code', code);
      url.searchParams.set('iss', issuer);
      if (request.state !== undefined) url.searchParams.set('state', request.state);
      return url;
    },
    redeem: (code, client, redirectUri, verifier) => {
      const grant = codes.get(code);
      codes.delete(code);
      const isGood =
        grant !== undefined &&
        grant.request.client_id === client.id &&
        grant.request.redirect_uri === redirectUri &&
        grant.request.code_challenge === createHash('sha256').update(verifier).digest('base64url');
      if (!isGood) throw new Refusal('invalid_grant', 'The code is not good for this.');
      return grant;
    },
  };
}

/** Now, as tokens tell time. */
export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

function random(): string {
  return randomBytes(24).toString('base64url');
}

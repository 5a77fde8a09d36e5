import type { JWTVerifyGetKey } from 'jose';
import { decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';

import { Failure } from '../../errors/index.ts';

/** Whose sessions the provider says are over: one session of its own, or all of a subject. */
export type EndedAtProvider = { readonly providerSession: string } | { readonly subject: string };

const event = 'http://schemas.openid.net/event/backchannel-logout';

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  jti: z.string(),
  events: z.object({ [event]: z.object({}) }),
  sid: z.string().min(1).optional(),
  sub: z.string().min(1).optional(),
  nonce: z.undefined().optional(),
});

/** Asymmetric ones only: the keys are public. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

interface LogoutTokenRules {
  readonly issuer: string;
  readonly clientId: string;
  readonly clockToleranceSeconds: number;
}

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6); null if it isn't one of this provider
 * for this client. An ID token is none: it has a nonce and no such event. What doesn't even claim to be one costs no
 * look at the keys.
 *
 * @throws Failure that the keys throw
 */
export async function readLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  rules: LogoutTokenRules,
): Promise<EndedAtProvider | null> {
  if (!claimsToBeOne(token, rules)) return null;
  const verified = await jwtVerify(token, keys, {
    issuer: rules.issuer,
    audience: rules.clientId,
    algorithms,
    clockTolerance: rules.clockToleranceSeconds,
    maxTokenAge: '5m',
  }).catch((thrown: unknown) => {
    if (thrown instanceof Failure) throw thrown;
    return null;
  });
  const { data } = claimsSchema.safeParse(verified?.payload);
  if (data?.sid !== undefined) return { providerSession: data.sid };
  return data?.sub === undefined ? null : { subject: data.sub };
}

/** By its unverified claims, which refuse and never permit. */
function claimsToBeOne(token: string, { issuer, clientId }: LogoutTokenRules): boolean {
  const { data } = claimsSchema.safeParse(decoded(token));
  return data?.iss === issuer && [data.aud].flat().includes(clientId);
}

function decoded(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    return null;
  }
}

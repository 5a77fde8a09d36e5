import type { JWTVerifyGetKey } from 'jose';
import { jwtVerify } from 'jose';
import { z } from 'zod';

/** Whose sessions the provider says are over: one session of its own, or all of a subject. */
export type EndedAtProvider = { readonly providerSession: string } | { readonly subject: string };

const event = 'http://schemas.openid.net/event/backchannel-logout';

const claimsSchema = z.object({
  jti: z.string(),
  events: z.object({ [event]: z.object({}) }),
  sid: z.string().min(1).optional(),
  sub: z.string().min(1).optional(),
  nonce: z.undefined().optional(),
});

/** Asymmetric ones only: the keys are public. */
const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6); null if it isn't one of this provider
 * for this client. An ID token is none: it has a nonce and no such event.
 */
export async function readLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  rules: { readonly issuer: string; readonly clientId: string; readonly clockToleranceSeconds: number },
): Promise<EndedAtProvider | null> {
  const verified = await jwtVerify(token, keys, {
    issuer: rules.issuer,
    audience: rules.clientId,
    algorithms,
    clockTolerance: rules.clockToleranceSeconds,
    maxTokenAge: '5m',
  }).catch(() => null);
  const { data } = claimsSchema.safeParse(verified?.payload);
  if (data?.sid !== undefined) return { providerSession: data.sid };
  return data?.sub === undefined ? null : { subject: data.sub };
}

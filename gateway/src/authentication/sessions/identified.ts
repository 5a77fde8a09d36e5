import { z } from 'zod';

import { failure } from '../../errors/index.ts';
import { callerOfClaims } from '../caller-of-claims.ts';
import type { Caller } from '../caller.ts';
import type { ClaimNames } from '../claim-names.ts';

/** Who an ID token says that somebody is. */
export interface Identified {
  readonly caller: Caller;
  readonly name: string | null;
  /** The provider's own name of its session (`sid`). */
  readonly providerSession: string | null;
  /** When the person last proved to the provider who they are (`auth_time`). */
  readonly authenticatedAt: Date | null;
  /** How they did (`acr`). */
  readonly acr: string | null;
}

const claimsSchema = z.object({
  iat: z.number(),
  name: z.string().min(1).max(256).optional().catch(undefined),
  sid: z.string().min(1).max(1024).optional(),
  auth_time: z.number().optional(),
  acr: z.string().optional(),
});

/**
 * Reads the claims of an ID token that was verified. The application is this gateway's own page, whatever the
 * claims say.
 *
 * @throws Failure SIGN_IN_FAILED if they don't say who somebody is, or are of the future.
 */
export function identified(
  claims: Readonly<Record<string, unknown>>,
  rules: {
    readonly clientId: string;
    readonly claimNames: ClaimNames;
    readonly clockToleranceSeconds: number;
  },
  at: Date,
): Identified {
  const caller = callerOfClaims({ ...claims, client_id: rules.clientId }, rules.claimNames);
  const { data } = claimsSchema.safeParse(claims);
  if (caller === null || data === undefined)
    throw failure('SIGN_IN_FAILED', {
      message: 'The identity provider does not say for which agency and in which role somebody works.',
    });
  if (data.iat > at.getTime() / 1000 + rules.clockToleranceSeconds) throw failure('SIGN_IN_FAILED');
  return {
    caller,
    name: data.name ?? null,
    providerSession: data.sid ?? null,
    authenticatedAt: data.auth_time === undefined ? null : new Date(data.auth_time * 1000),
    acr: data.acr ?? null,
  };
}

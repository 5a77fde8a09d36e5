import { jwtVerify } from 'jose';
import { z } from 'zod';

import type { Caller, PurposeOfUse } from '../../../authentication/index.ts';
import { isPurposeOfUse } from '../../../authentication/index.ts';
import { contextTokenType } from '../context-token.ts';
import type { SigningKeys } from '../signing-keys.ts';

/** What a context token says, once it has been verified. */
export interface ReadContext {
  readonly caller: Caller;
  readonly purposeOfUse: PurposeOfUse | null;
  /** Names of the categories that depend on the resident: the only ones that there is anything to ask about. */
  readonly undetermined: readonly string[];
}

const names = z.array(z.string());

const claimsSchema = z.looseObject({
  sub: z.string(),
  agency: z.string(),
  roles: names,
  client_id: z.string(),
  trainings: names,
  assurance_level: z.int(),
  resident_id: z.string().optional(),
  purposes_of_use: names.optional(),
  anonymous: z.literal(true).optional(),
  purpose: z.string().refine(isPurposeOfUse).optional(),
  undetermined: names,
});

/**
 * Reads a context token that this gateway, or one with the same keys, gave an agency.
 *
 * @returns null if it is anybody else's, made for another agency, altered, or past its end
 */
export async function readContextToken(
  token: string,
  agency: string,
  { publicKeys }: SigningKeys,
  at: Date,
): Promise<ReadContext | null> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(publicKeys, kid), {
      algorithms: ['EdDSA'],
      audience: agency,
      typ: contextTokenType,
      requiredClaims: ['exp', 'iat'],
      clockTolerance: 5,
      currentDate: at,
    });
    return contextOf(claimsSchema.parse(payload));
  } catch {
    return null;
  }
}

function keyOf(keys: SigningKeys['publicKeys'], id: string | undefined) {
  const key = keys.get(id ?? '');
  if (key === undefined) throw new TypeError('The token is of an unknown key.');
  return key;
}

function contextOf(claims: z.infer<typeof claimsSchema>): ReadContext {
  const { purpose } = claims;
  return {
    caller: {
      subject: claims.sub,
      agency: claims.agency,
      roles: claims.roles,
      application: claims.client_id,
      purposesOfUse: claims.purposes_of_use ?? null,
      residentId: claims.resident_id ?? null,
      trainings: claims.trainings,
      assuranceLevel: claims.assurance_level,
      ...(claims.anonymous && { isAnonymous: true }),
    },
    purposeOfUse: purpose !== undefined && isPurposeOfUse(purpose) ? purpose : null,
    undetermined: claims.undetermined,
  };
}

import { z } from 'zod';

import type { Caller } from './caller.ts';
import type { ClaimNames } from './claim-names.ts';
import { claimAt } from './claim-names.ts';

type Claims = Readonly<Record<string, unknown>>;

const name = z.string().min(1).max(256);
const names = z.array(name).max(100);

const callerSchema = z.object({
  subject: name,
  agency: name,
  roles: names,
  application: name,
  purposesOfUse: names.optional(),
  residentId: name.optional(),
  trainings: names.optional(),
  assuranceLevel: z.int().min(1).max(3).optional(),
});

/**
 * The caller of whom a token's claims speak, or null if they don't name one: subject, agency, roles and
 * application are needed. The purposes that a token permits are those of its claim and those of its scopes
 * `purpose:…` (RFC 6749, section 3.3); where it has both, those of both.
 */
export function callerOfClaims(claims: Claims, claimNames: ClaimNames): Caller | null {
  const { success, data } = callerSchema.safeParse({
    subject: claims['sub'],
    application: claims['client_id'],
    agency: claimAt(claims, claimNames.agencyClaim),
    roles: claimAt(claims, claimNames.rolesClaim),
    purposesOfUse: claimAt(claims, claimNames.purposesOfUseClaim),
    residentId: claimAt(claims, claimNames.residentIdClaim),
    trainings: claimAt(claims, claimNames.trainingsClaim),
    assuranceLevel: claimAt(claims, claimNames.assuranceLevelClaim),
  });
  if (!success) return null;
  return {
    ...data,
    purposesOfUse: both(data.purposesOfUse, purposesOfScope(claims['scope'])),
    residentId: data.residentId ?? null,
    trainings: data.trainings ?? [],
    assuranceLevel: data.assuranceLevel ?? 1,
  };
}

const purposeScope = 'purpose:';

function purposesOfScope(scope: unknown): readonly string[] | undefined {
  if (typeof scope !== 'string') return undefined;
  const scopes = scope.split(' ').filter((one) => one.startsWith(purposeScope));
  return scopes.length === 0 ? undefined : scopes.map((one) => one.slice(purposeScope.length));
}

function both(
  claimed: readonly string[] | undefined,
  scoped: readonly string[] | undefined,
): readonly string[] | null {
  if (claimed === undefined || scoped === undefined) return claimed ?? scoped ?? null;
  return claimed.filter((purpose) => scoped.includes(purpose));
}

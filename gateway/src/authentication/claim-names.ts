/**
 * Under which names the identity provider says who somebody is. A name with dots leads into objects, for
 * instance `realm_access.roles`; a claim of exactly this name goes before.
 */
export interface ClaimNames {
  readonly agencyClaim: string;
  readonly rolesClaim: string;
  readonly purposesOfUseClaim: string;
  readonly residentIdClaim: string;
  readonly trainingsClaim: string;
  readonly assuranceLevelClaim: string;
}

/** The names that are looked for where none are configured. */
export const ownClaimNames: ClaimNames = {
  agencyClaim: 'agency',
  rolesClaim: 'roles',
  purposesOfUseClaim: 'purposes_of_use',
  residentIdClaim: 'resident_id',
  trainingsClaim: 'trainings',
  assuranceLevelClaim: 'assurance_level',
};

/** What a token says under a name; undefined if it says nothing. */
export function claimAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let place: unknown = claims;
  for (const part of name.split('.')) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return undefined;
    place = (place as Readonly<Record<string, unknown>>)[part];
  }
  return place;
}

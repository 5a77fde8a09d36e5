import type { AccessRequest } from '../../access/index.ts';
import { glassIsBroken } from '../../access/index.ts';
import type { Grant } from '../../agreements/index.ts';

/** Whether the requester's open session stands in for consent and relationship: the grant has to say that it may. */
export function isGlassBroken(grant: Grant, request: AccessRequest): boolean {
  return grant.breakGlass === true && glassIsBroken(request);
}

const emergencies: ReadonlySet<string> = new Set(['BTG', 'ETREAT', 'THREAT', 'DISASTER']);

/** Whether breaking the glass is what to do: the grant permits it, and the request is made in an emergency. */
export function mayBreakGlass(grant: Grant, { purposeOfUse }: AccessRequest): boolean {
  return grant.breakGlass === true && purposeOfUse !== null && emergencies.has(purposeOfUse);
}

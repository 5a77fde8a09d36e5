import type { AccessRequest } from '../../access/index.ts';
import type { Grant } from '../../agreements/index.ts';

/** Whether the requester's open session stands in for consent and relationship: the grant has to say that it may. */
export function isGlassBroken(grant: Grant, { requester, resident, category, at }: AccessRequest): boolean {
  const session = resident?.breakGlass ?? null;
  if (grant.breakGlass !== true || session === null || resident === null) return false;
  const isTheirs = session.subject === requester.subject && session.residentId === resident.residentId;
  const isForAgency = session.agencies.includes(category.agency);
  return isTheirs && isForAgency && session.openedAt <= at && at < session.endsAt;
}

const emergencies: ReadonlySet<string> = new Set(['BTG', 'ETREAT', 'THREAT', 'DISASTER']);

/** Whether breaking the glass is what to do: the grant permits it, and the request is made in an emergency. */
export function mayBreakGlass(grant: Grant, { purposeOfUse }: AccessRequest): boolean {
  return grant.breakGlass === true && purposeOfUse !== null && emergencies.has(purposeOfUse);
}

import type { RequestOfResident } from './access-request.ts';

/** Whether the requester has a session open that opens this resident's record at the agency whose data it is. */
export function glassIsBroken({ requester, resident, category, at }: RequestOfResident): boolean {
  const session = resident?.breakGlass ?? null;
  if (resident === null || session === null) return false;
  const isTheirs = session.subject === requester.subject && session.residentId === resident.residentId;
  const isOfAgency = session.agencies.includes(category.agency);
  return isTheirs && isOfAgency && session.openedAt <= at && at < session.endsAt;
}

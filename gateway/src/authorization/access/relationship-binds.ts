import type { Relationship, RelationshipKind } from '../../governance/index.ts';
import type { RequestOfResident } from './access-request.ts';

/** What ties somebody to a resident by their work counts only in the work for the agency that vouches for it. */
const byWork: ReadonlySet<RelationshipKind> = new Set(['caseload', 'treating', 'placement', 'supervision']);

/** Whether a relationship is in force between the requester and the resident. */
export function relationshipBinds(relationship: Relationship, request: RequestOfResident): boolean {
  const { requester, resident, at } = request;
  const { kind, agency, subject, residentId, validFrom, validUntil } = relationship;
  const isTheirs = subject === requester.subject && residentId === resident?.residentId;
  const isVouchedFor = agency === requester.agency || !byWork.has(kind);
  return isTheirs && isVouchedFor && validFrom <= at && (validUntil === null || at < validUntil);
}

import type { Relationship, RelationshipKind } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import { isGlassBroken, mayBreakGlass } from './break-glass.ts';
import type { Condition } from './condition.ts';
import { met, undetermined, unmet } from './condition.ts';

/** One of the relationships that the grant names binds the requester to the resident, or the glass is broken. */
export const hasRelationship: Condition = (grant, request) => {
  const kinds = grant.conditions?.relationship;
  if (kinds === undefined) return met;
  if (request.resident === null) return undetermined;
  if (isRelated(kinds, request) || isGlassBroken(grant, request)) return met;
  return unmet('RELATIONSHIP', mayBreakGlass(grant, request) ? 'BREAK_GLASS' : 'RECORD_RELATIONSHIP');
};

/** Whether a relationship of one of the kinds is in force between the requester and the resident. */
export function isRelated(kinds: readonly RelationshipKind[], request: AccessRequest): boolean {
  const relationships = request.resident?.relationships ?? [];
  return relationships.some((each) => kinds.includes(each.kind) && binds(each, request));
}

/** What ties somebody to a resident by their work counts only in the work for the agency that vouches for it. */
const byWork: ReadonlySet<RelationshipKind> = new Set(['caseload', 'treating', 'placement', 'supervision']);

function binds(relationship: Relationship, { requester, resident, at }: AccessRequest): boolean {
  const { kind, agency, subject, residentId, validFrom, validUntil } = relationship;
  const isTheirs = subject === requester.subject && residentId === resident?.residentId;
  const isVouchedFor = agency === requester.agency || !byWork.has(kind);
  return isTheirs && isVouchedFor && validFrom <= at && (validUntil === null || at < validUntil);
}

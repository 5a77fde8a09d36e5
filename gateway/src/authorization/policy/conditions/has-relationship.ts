import { relationshipBinds } from '../../access/index.ts';
import { isGlassBroken, mayBreakGlass } from './break-glass.ts';
import type { Condition } from './condition.ts';
import { met, undetermined, unmet } from './condition.ts';

/** One of the relationships that the grant names binds the requester to the resident, or the glass is broken. */
export const hasRelationship: Condition = (grant, request) => {
  const kinds = grant.conditions?.relationship;
  if (kinds === undefined) return met;
  if (request.resident === null) return undetermined;
  const isRelated = request.resident.relationships.some(
    (each) => kinds.includes(each.kind) && relationshipBinds(each, request),
  );
  if (isRelated || isGlassBroken(grant, request)) return met;
  return unmet('RELATIONSHIP', mayBreakGlass(grant, request) ? 'BREAK_GLASS' : 'RECORD_RELATIONSHIP');
};

import type { Relationship, RelationshipKind } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';

/** The requester has a relationship of one of these kinds to the resident, and it is in force. */
export function hasRelationship(...kinds: readonly RelationshipKind[]): Condition {
  return ofResident(({ relationships }, request) =>
    relationships.some(
      (relationship) => isInForce(relationship, request) && kinds.includes(relationship.kind),
    ),
  );
}

/** Like `hasRelationship`, and the agency whose data it is vouches for it. */
export function hasRelationshipAtOwner(...kinds: readonly RelationshipKind[]): Condition {
  return ofResident(({ relationships }, request) =>
    relationships.some(
      (relationship) =>
        isInForce(relationship, request) &&
        kinds.includes(relationship.kind) &&
        relationship.agency === request.category.agency,
    ),
  );
}

function isInForce(relationship: Relationship, { requester, resident, at }: AccessRequest): boolean {
  const { residentId, subject, validFrom, validUntil } = relationship;
  if (residentId !== resident?.residentId || subject !== requester.subject) return false;
  return validFrom <= at && (validUntil === null || at < validUntil);
}

import type { RelationshipKind } from '../../../governance/index.ts';
import { relationshipBinds } from '../../access/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';

/** The requester has a relationship of one of these kinds to the resident, and it is in force. */
export function hasRelationship(...kinds: readonly RelationshipKind[]): Condition {
  return ofResident(({ relationships }, request) =>
    relationships.some(
      (relationship) => relationshipBinds(relationship, request) && kinds.includes(relationship.kind),
    ),
  );
}

/** Like `hasRelationship`, and the agency whose data it is vouches for it. */
export function hasRelationshipAtOwner(...kinds: readonly RelationshipKind[]): Condition {
  return ofResident(({ relationships }, request) =>
    relationships.some(
      (relationship) =>
        relationshipBinds(relationship, request) &&
        kinds.includes(relationship.kind) &&
        relationship.agency === request.category.agency,
    ),
  );
}

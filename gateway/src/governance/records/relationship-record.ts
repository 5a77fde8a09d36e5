import type { Relationship, RelationshipKind } from '../facts/index.ts';
import { instantOf, instantOrNull, instantText } from './instant.ts';

/** A relationship as it is kept: who vouched for it, and who ended it before its time. */
export interface RelationshipRecord extends Relationship {
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
}

export const relationshipsTable = 'relationships';

/** The columns of `relationships`. */
export interface RelationshipRow {
  readonly id: string;
  readonly resident_id: string;
  readonly kind: string;
  readonly subject: string;
  readonly agency: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
}

export function relationshipOf(row: RelationshipRow): RelationshipRecord {
  return {
    id: row.id,
    residentId: row.resident_id,
    kind: row.kind as RelationshipKind,
    subject: row.subject,
    agency: row.agency,
    validFrom: instantOf(row.valid_from),
    validUntil: instantOrNull(row.valid_until),
    recordedAt: instantOf(row.recorded_at),
    recordedBy: row.recorded_by,
    endedAt: instantOrNull(row.ended_at),
    endedBy: row.ended_by,
  };
}

export function relationshipRow(relationship: RelationshipRecord): RelationshipRow {
  return {
    id: relationship.id,
    resident_id: relationship.residentId,
    kind: relationship.kind,
    subject: relationship.subject,
    agency: relationship.agency,
    valid_from: instantText(relationship.validFrom),
    valid_until: relationship.validUntil && instantText(relationship.validUntil),
    recorded_at: instantText(relationship.recordedAt),
    recorded_by: relationship.recordedBy,
    ended_at: relationship.endedAt && instantText(relationship.endedAt),
    ended_by: relationship.endedBy,
  };
}

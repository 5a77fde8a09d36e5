import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { retrying } from '../database/index.ts';
import type { RelationshipKind } from '../facts/index.ts';
import { vouchesFor } from '../reading/index.ts';
import type { RelationshipRecord, RelationshipRow } from '../records/index.ts';
import { instantText, relationshipOf, relationshipRow, relationshipsTable } from '../records/index.ts';
import { checkedId, checkedPeriod } from './checked.ts';
import type { Desk } from './desk.ts';
import { requireUnmerged } from './require-unmerged.ts';
import { forbidden, notTheirs } from './standing.ts';

/** A relationship that is to be recorded; the caller's agency vouches for it. */
export interface NewRelationship {
  readonly residentId: string;
  readonly kind: RelationshipKind;
  readonly subject: string;
  /** Left out: now. */
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

/**
 * Records that somebody of the caller's agency works with a resident, or is of their family. Who may: the agency's
 * data stewards; coordinated-entry assessors for placements; registrars of the resident index for family ties.
 * Nobody vouches for themself.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function assignRelationship(
  desk: Desk,
  caller: Caller,
  given: NewRelationship,
): Promise<RelationshipRecord> {
  if (!vouchesFor(caller, given.kind))
    throw forbidden('Data stewards assign work, assessors placements, and registrars of the index families.');
  if (given.subject === caller.subject) throw forbidden('Nobody vouches for their own relationship.');
  const now = desk.now();
  const validFrom = given.validFrom ?? now;
  checkedPeriod('validUntil', validFrom, given.validUntil);
  const relationship: RelationshipRecord = {
    id: randomUUID(),
    residentId: checkedId('residentId', given.residentId),
    kind: given.kind,
    subject: checkedId('subject', given.subject),
    agency: caller.agency,
    validFrom,
    validUntil: given.validUntil,
    recordedAt: now,
    recordedBy: caller.subject,
    endedAt: null,
    endedBy: null,
  };
  await requireUnmerged(desk.database, relationship.residentId);
  await retrying(() => desk.database(relationshipsTable).insert(relationshipRow(relationship)));
  return relationship;
}

/**
 * Ends a relationship; it counts for nothing from the next question on. Ending twice changes nothing. Who may: who
 * could vouch for it at the same agency, the agency's privacy officers, and whose relationship it is.
 *
 * @throws Failure FORBIDDEN.
 */
export async function endRelationship(desk: Desk, caller: Caller, id: string): Promise<RelationshipRecord> {
  const relationship = await relationshipById(desk, id);
  if (relationship === null || !mayEnd(caller, relationship)) throw notTheirs();
  await retrying(() =>
    desk
      .database(relationshipsTable)
      .where({ id: relationship.id })
      .whereNull('ended_at')
      .update({ ended_at: instantText(desk.now()), ended_by: caller.subject }),
  );
  return (await relationshipById(desk, id)) ?? relationship;
}

function mayEnd(caller: Caller, { agency, kind, subject }: RelationshipRecord): boolean {
  if (caller.agency !== agency) return false;
  return caller.subject === subject || caller.roles.includes('privacy-officer') || vouchesFor(caller, kind);
}

async function relationshipById(desk: Desk, id: string): Promise<RelationshipRecord | null> {
  const row = await desk
    .database<RelationshipRow>(relationshipsTable)
    .where({ id: checkedId('id', id) })
    .first();
  return row === undefined ? null : relationshipOf(row);
}

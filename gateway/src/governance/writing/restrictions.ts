import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { inNextEpoch } from '../epochs/index.ts';
import type { RestrictionRecord, RestrictionRow } from '../records/index.ts';
import { instantText, restrictionOf, restrictionRow, restrictionsTable } from '../records/index.ts';
import { checkedId, checkedNames, checkedText, wrong } from './checked.ts';
import type { Desk } from './desk.ts';
import { forbidden, isOfficerOf, notTheirs } from './standing.ts';

/** A restriction that is to be put in force, of the caller's own agency. */
export interface NewRestriction {
  /** Null: everything that the agency shares. */
  readonly categories: readonly string[] | null;
  readonly reason: string;
}

/**
 * Stops what the caller's agency shares, at once and in every process within the poll's time: everything, or some
 * categories. Who may: the agency's data stewards and privacy officers.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function restrictAgency(
  desk: Desk,
  caller: Caller,
  given: NewRestriction,
): Promise<RestrictionRecord> {
  if (!isOfficerOf(caller, caller.agency))
    throw forbidden("An agency's data stewards and privacy officers restrict what it shares.");
  const restriction: RestrictionRecord = {
    id: randomUUID(),
    agency: caller.agency,
    categories: given.categories && ownCategories(desk, caller, given.categories),
    reason: checkedText('reason', given.reason, 3),
    since: desk.now(),
    imposedBy: caller.subject,
    liftedAt: null,
    liftedBy: null,
  };
  await inNextEpoch(desk.database, async (transaction) => {
    await transaction(restrictionsTable).insert(restrictionRow(restriction));
  });
  await desk.refresh();
  desk.log.warn('an agency restricted what it shares', { agency: caller.agency });
  return restriction;
}

/** A mistyped name would leave open what somebody wants closed. */
function ownCategories(desk: Desk, { agency }: Caller, given: readonly string[]): readonly string[] {
  const categories = checkedNames('categories', given);
  if (!categories.every((category) => desk.policy.ownerOf(category) === agency))
    throw wrong("categories: each must be a data category of the caller's own agency.");
  return categories;
}

/**
 * Lifts a restriction. Lifting twice changes nothing. Who may: the agency's data stewards and privacy officers.
 *
 * @throws Failure FORBIDDEN.
 */
export async function liftRestriction(desk: Desk, caller: Caller, id: string): Promise<RestrictionRecord> {
  const restriction = await restrictionById(desk, id);
  if (restriction === null || !isOfficerOf(caller, restriction.agency)) throw notTheirs();
  await inNextEpoch(desk.database, async (transaction) => {
    await transaction(restrictionsTable)
      .where({ id: restriction.id })
      .whereNull('lifted_at')
      .update({ lifted_at: instantText(desk.now()), lifted_by: caller.subject });
  });
  await desk.refresh();
  return (await restrictionById(desk, id)) ?? restriction;
}

async function restrictionById(desk: Desk, id: string): Promise<RestrictionRecord | null> {
  const row = await desk
    .database<RestrictionRow>(restrictionsTable)
    .where({ id: checkedId('id', id) })
    .first();
  return row === undefined ? null : restrictionOf(row);
}

import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { inNextEpoch } from '../epochs/index.ts';
import type { DeclarationRecord, DeclarationRow } from '../records/index.ts';
import { declarationOf, declarationRow, declarationsTable, instantText } from '../records/index.ts';
import { checkedId, checkedNames, checkedPeriod, checkedPurposes, checkedText, wrong } from './checked.ts';
import type { Desk } from './desk.ts';
import { forbidden, isPrivacyOfficer, notTheirs } from './standing.ts';

/** An emergency that is to be declared. */
export interface NewDeclaration {
  readonly authority: string;
  readonly area: string;
  readonly categories: readonly string[];
  readonly roles: readonly string[];
  readonly purposesOfUse: readonly string[];
  /** Left out: now. */
  readonly startsAt: Date | null;
  readonly endsAt: Date;
}

/** Under section 1135 of the Social Security Act what is waived is waived for 72 hours (42 USC 1320b-5(b)). */
const waiver = { authority: /\b1135\b|1320b-5/, milliseconds: 72 * 3_600_000 };

/** A waiver in an emergency ends after 60 days and has to be made anew (42 USC 1320b-5(e)(1)(C)). */
const longestMilliseconds = 60 * 86_400_000;

/**
 * Declares an emergency. It opens nothing before another officer confirms it. Who may: privacy officers.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function declareEmergency(
  desk: Desk,
  caller: Caller,
  given: NewDeclaration,
): Promise<DeclarationRecord> {
  requireOfficer(caller);
  const declaration = declared(desk, caller, given);
  await inNextEpoch(desk.database, async (transaction) => {
    await transaction(declarationsTable).insert(declarationRow(declaration));
  });
  await desk.refresh();
  return declaration;
}

function declared(desk: Desk, caller: Caller, given: NewDeclaration): DeclarationRecord {
  const now = desk.now();
  const startsAt = given.startsAt ?? now;
  checkedPeriod('endsAt', startsAt, given.endsAt);
  if (given.endsAt.getTime() - startsAt.getTime() > longestMilliseconds)
    throw wrong('endsAt: an emergency lasts at most 60 days; declare it anew (42 USC 1320b-5(e)(1)(C)).');
  const authority = checkedAuthority(given.authority);
  const isWaiver = waiver.authority.test(authority);
  if (isWaiver && given.endsAt.getTime() - startsAt.getTime() > waiver.milliseconds)
    throw wrong('endsAt: a waiver under section 1135 lasts at most 72 hours (42 USC 1320b-5(b)).');
  const categories = checkedNames('categories', given.categories);
  if (categories.some((category) => desk.policy.ownerOf(category) === null))
    throw wrong('categories: one of the data categories is unknown.');
  return {
    id: randomUUID(),
    authority,
    area: checkedText('area', given.area, 2, 100),
    categories,
    roles: checkedNames('roles', given.roles),
    purposesOfUse: checkedPurposes('purposesOfUse', given.purposesOfUse),
    startsAt,
    endsAt: given.endsAt,
    declaredAt: now,
    declaredBy: caller.subject,
    declaredByAgency: caller.agency,
    confirmedAt: null,
    confirmedBy: null,
    endedAt: null,
    endedBy: null,
  };
}

/** An authority that can be looked up: words, and the number of an order, a section or a year. */
function checkedAuthority(given: string): string {
  const authority = checkedText('authority', given, 3, 500);
  if (/\p{L}{2}/u.test(authority) && /\d/.test(authority)) return authority;
  throw wrong('authority: the law or order is cited with its number, such as 42 USC 1320b-5.');
}

/**
 * Confirms a declaration, so that it counts from its start to its end. Who may: a privacy officer who is not the one
 * who declared it. Each category is provided by the agency of one of the two: nobody opens what is others' alone.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function confirmEmergency(desk: Desk, caller: Caller, id: string): Promise<DeclarationRecord> {
  requireOfficer(caller);
  const declaration = await declarationById(desk, id);
  if (declaration === null) throw notTheirs();
  if (declaration.declaredBy === caller.subject)
    throw forbidden('Another officer confirms than the one who declared it.');
  const agencies = new Set([declaration.declaredByAgency, caller.agency]);
  if (!declaration.categories.every((name) => agencies.has(desk.policy.ownerOf(name) ?? '')))
    throw forbidden('Each data category is opened by an officer of the agency that provides it.');
  const now = desk.now();
  if (declaration.endedAt !== null || declaration.endsAt.getTime() <= now.getTime())
    throw wrong('id: the emergency is over.');
  return change(desk, id, (open) => open.whereNull('confirmed_at').whereNull('ended_at'), {
    confirmed_at: instantText(now),
    confirmed_by: caller.subject,
  });
}

/**
 * Ends an emergency before its time, or takes back a declaration that nobody confirmed. Ending twice changes
 * nothing. Who may: privacy officers.
 *
 * @throws Failure FORBIDDEN.
 */
export async function endEmergency(desk: Desk, caller: Caller, id: string): Promise<DeclarationRecord> {
  requireOfficer(caller);
  if ((await declarationById(desk, id)) === null) throw notTheirs();
  return change(desk, id, (open) => open.whereNull('ended_at'), {
    ended_at: instantText(desk.now()),
    ended_by: caller.subject,
  });
}

async function change(
  desk: Desk,
  id: string,
  only: (open: ReturnType<Desk['database']>) => ReturnType<Desk['database']>,
  columns: Partial<DeclarationRow>,
): Promise<DeclarationRecord> {
  await inNextEpoch(desk.database, async (transaction) => {
    await only(transaction(declarationsTable).where({ id })).update(columns);
  });
  await desk.refresh();
  const changed = await declarationById(desk, id);
  if (changed === null) throw notTheirs();
  return changed;
}

function requireOfficer(caller: Caller): void {
  if (!isPrivacyOfficer(caller))
    throw forbidden('Emergencies are declared, confirmed and ended by privacy officers.');
}

async function declarationById(desk: Desk, id: string): Promise<DeclarationRecord | null> {
  const row = await desk
    .database<DeclarationRow>(declarationsTable)
    .where({ id: checkedId('id', id) })
    .first();
  return row === undefined ? null : declarationOf(row);
}

import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import { retrying } from '../database/index.ts';
import { inOrder } from '../epochs/index.ts';
import type { BreakGlassReason } from '../facts/index.ts';
import { readOpenSession } from '../reading/index.ts';
import type {
  BreakGlassOutcome,
  BreakGlassRecord,
  BreakGlassReview,
  BreakGlassReviewRow,
  BreakGlassRow,
} from '../records/index.ts';
import {
  breakGlassOf,
  breakGlassReviewOf,
  breakGlassReviewRow,
  breakGlassReviewsTable,
  breakGlassRow,
  breakGlassTable,
  instantText,
} from '../records/index.ts';
import { checkedId, checkedNames, checkedText, wrong } from './checked.ts';
import type { Desk } from './desk.ts';
import { requireUnmerged } from './require-unmerged.ts';
import { forbidden, isPrivacyOfficer, isThemself, notTheirs } from './standing.ts';

/** A record that is to be opened in an emergency. */
export interface NewBreakGlass {
  readonly residentId: string;
  /** The agencies whose records are needed. */
  readonly agencies: readonly string[];
  readonly reason: BreakGlassReason;
  readonly justification: string;
  readonly minutes: number;
}

/** What a privacy officer finds of a session. */
export interface NewReview {
  readonly sessionId: string;
  readonly outcome: BreakGlassOutcome;
  readonly remark: string;
}

const longestMinutes = 240;

/** Long enough for a weekend, short enough for those who were there to remember. */
const reviewWithinMilliseconds = 72 * 3_600_000;

/**
 * Opens a resident's records at the agencies named, for this subject alone and four hours at most. Each agency is
 * notified, by the entry in its queue of reviews and by the log, in the same transaction as the opening (42 CFR
 * 2.51(c): who was given it, when and why is written down at once).
 *
 * Who may: whoever is shown more of each of the agencies by it, under an agreement for this purpose of use; one
 * session about a resident at a time; never about oneself. Who signed in by a browser has proved again lately who
 * they are.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT, STEP_UP_REQUIRED.
 */
export async function openBreakGlass(
  desk: Desk,
  caller: Caller,
  given: NewBreakGlass,
): Promise<BreakGlassRecord> {
  if (caller.needsStepUp) throw failure('STEP_UP_REQUIRED');
  const agencies = checkedNames('agencies', given.agencies);
  const now = desk.now();
  const session = sessionOf(caller, { ...given, agencies }, now);
  const opened = isThemself(caller, session.residentId) ? [] : await desk.policy.openedBy(session);
  if (!agencies.every((agency) => opened.includes(agency)))
    throw forbidden('No agreement lets the caller break the glass at every agency named for this purpose.');
  await requireUnmerged(desk.database, session.residentId);
  await write(desk, caller, session);
  desk.log.warn('a record was opened by breaking the glass', { agencies, code: session.reason });
  return session;
}

function sessionOf(caller: Caller, given: NewBreakGlass, now: Date): BreakGlassRecord {
  if (!Number.isInteger(given.minutes) || given.minutes < 1 || given.minutes > longestMinutes)
    throw wrong(`minutes: a session lasts 1 to ${longestMinutes} minutes.`);
  return {
    id: randomUUID(),
    residentId: checkedId('residentId', given.residentId),
    subject: caller.subject,
    subjectAgency: caller.agency,
    agencies: given.agencies,
    reason: given.reason,
    justification: checkedText('justification', given.justification, 10),
    openedAt: now,
    endsAt: new Date(now.getTime() + given.minutes * 60_000),
    closedAt: null,
    closedBy: null,
  };
}

/** One after the other, so that of two that come at once the second finds the first. */
async function write(desk: Desk, caller: Caller, session: BreakGlassRecord): Promise<void> {
  const reviews = session.agencies.map((agency): BreakGlassReview => ({
    sessionId: session.id,
    agency,
    notifiedAt: session.openedAt,
    dueAt: new Date(session.endsAt.getTime() + reviewWithinMilliseconds),
    reviewedAt: null,
    reviewedBy: null,
    outcome: null,
    remark: null,
  }));
  await inOrder(desk.database, async (transaction) => {
    const { residentId, openedAt } = session;
    if (await readOpenSession(transaction, residentId, caller, openedAt))
      throw wrong('residentId: a session about this resident is open; close it first.');
    await transaction(breakGlassTable).insert(breakGlassRow(session));
    await transaction(breakGlassReviewsTable).insert(reviews.map(breakGlassReviewRow));
  });
}

/**
 * Closes a session before its end. Closing twice changes nothing. Who may: who opened it, and the privacy officers
 * of the agencies whose records it opens.
 *
 * @throws Failure FORBIDDEN.
 */
export async function closeBreakGlass(desk: Desk, caller: Caller, id: string): Promise<BreakGlassRecord> {
  const session = await sessionById(desk, id);
  const may = session !== null && (session.subject === caller.subject || isReviewer(caller, session));
  if (!may) throw notTheirs();
  await retrying(() =>
    desk
      .database(breakGlassTable)
      .where({ id: session.id })
      .whereNull('closed_at')
      .where('ends_at', '>', instantText(desk.now()))
      .update({ closed_at: instantText(desk.now()), closed_by: caller.subject }),
  );
  return (await sessionById(desk, id)) ?? session;
}

/**
 * Writes down what an agency found of a session that opened its records. Who may: a privacy officer of that agency
 * who didn't open it; once, after the session.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT.
 */
export async function reviewBreakGlass(
  desk: Desk,
  caller: Caller,
  given: NewReview,
): Promise<BreakGlassReview> {
  const session = await sessionById(desk, given.sessionId);
  if (session === null || !isReviewer(caller, session)) throw notTheirs();
  if (session.subject === caller.subject) throw forbidden('Nobody reviews a session of their own.');
  const now = desk.now();
  if (session.closedAt === null && session.endsAt.getTime() > now.getTime())
    throw wrong('sessionId: the session is open; it is reviewed after its end.');
  const remark = checkedText('remark', given.remark, 3);
  const place = { session_id: session.id, agency: caller.agency };
  const reviewed = await retrying(() =>
    desk
      .database(breakGlassReviewsTable)
      .where(place)
      .whereNull('reviewed_at')
      .update({
        reviewed_at: instantText(now),
        reviewed_by: caller.subject,
        outcome: given.outcome,
        remark,
      }),
  );
  if (reviewed === 0) throw wrong('sessionId: the agency has reviewed the session already.');
  const row = await desk.database<BreakGlassReviewRow>(breakGlassReviewsTable).where(place).first();
  if (row === undefined) throw notTheirs();
  return breakGlassReviewOf(row);
}

function isReviewer(caller: Caller, { agencies }: BreakGlassRecord): boolean {
  return isPrivacyOfficer(caller) && agencies.includes(caller.agency);
}

async function sessionById(desk: Desk, id: string): Promise<BreakGlassRecord | null> {
  const row = await desk
    .database<BreakGlassRow>(breakGlassTable)
    .where({ id: checkedId('id', id) })
    .first();
  return row === undefined ? null : breakGlassOf(row);
}

import { randomUUID } from 'node:crypto';

import type { Caller } from '../../authentication/index.ts';
import { failure } from '../../errors/index.ts';
import type { Database } from '../../governance/index.ts';
import { fitting, nameLength } from '../events/index.ts';

/** A statement of a health oversight agency or law enforcement official (45 CFR 164.528(a)(2)). */
export interface Suspension {
  readonly id: string;
  readonly residentId: string;
  /** The agency to which disclosures are not told of. */
  readonly agency: string;
  /** The agency that received the statement and doesn't tell. */
  readonly provider: string;
  readonly form: 'written' | 'oral';
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A statement that is to be recorded. */
export interface NewSuspension {
  readonly residentId: string;
  readonly agency: string;
  readonly form: Suspension['form'];
  /** Who made it, and of an oral one what it said. */
  readonly statement: string;
  /** Needed for a written one; an oral one ends after 30 days at the latest. */
  readonly endsAt: Date | null;
}

interface SuspensionRow {
  readonly id: string;
  readonly resident_id: string;
  readonly agency: string;
  readonly form: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly recorded_by_agency: string;
}

const oralMilliseconds = 30 * 24 * 3_600_000;

/**
 * Records a statement, for a privacy officer of the agency that received it.
 *
 * @throws Failure FORBIDDEN, BAD_USER_INPUT
 */
export async function suspendAccounting(
  database: Database,
  { subject, agency: provider, roles }: Caller,
  given: NewSuspension,
  at: Date,
): Promise<Suspension> {
  if (!roles.includes('privacy-officer'))
    throw failure('FORBIDDEN', { message: 'This is for privacy officers.' });
  check(given);
  const endsAt = endOf(given, at);
  const { residentId, agency, form, statement } = given;
  const suspension = { id: randomUUID(), residentId, agency, provider, form, startsAt: at, endsAt };
  await database('ledger_suspensions').insert({
    id: suspension.id,
    resident_id: residentId,
    agency,
    form,
    statement,
    starts_at: at.toISOString(),
    ends_at: endsAt.toISOString(),
    recorded_at: at.toISOString(),
    recorded_by: subject,
    recorded_by_agency: provider,
  });
  return suspension;
}

/** Ends a suspension at once. @throws Failure FORBIDDEN, BAD_USER_INPUT */
export async function resumeAccounting(
  database: Database,
  { agency, roles }: Caller,
  id: string,
  at: Date,
): Promise<Suspension> {
  const [row] = await database<SuspensionRow>('ledger_suspensions').where({ id }).select();
  const isTheirs = roles.includes('privacy-officer') && row?.recorded_by_agency === agency;
  if (!row || !isTheirs)
    throw failure('FORBIDDEN', { message: 'There is no such suspension of the caller.' });
  const suspension = suspensionOf(row);
  if (suspension.endsAt <= at) return suspension;
  await database('ledger_suspensions').where({ id }).update({ ends_at: at.toISOString() });
  return { ...suspension, endsAt: at };
}

/** The suspensions about a resident that are in force. */
export async function suspensionsOf(
  database: Database,
  residentId: string,
  at: Date,
): Promise<readonly Suspension[]> {
  const rows = await database<SuspensionRow>('ledger_suspensions')
    .where({ resident_id: residentId })
    .where('starts_at', '<=', at.toISOString())
    .where('ends_at', '>', at.toISOString())
    .select();
  return rows.map(suspensionOf);
}

/** The longest statement, in letters. */
const longestStatement = 5000;

/** What the database would not take, or not whole. */
function check({ residentId, agency, statement }: NewSuspension): void {
  if ([residentId, agency].some((name) => name !== fitting(name, nameLength) || name === ''))
    throw badInput(`residentId and agency have between 1 and ${nameLength} letters.`);
  if (statement.trim() === '') throw badInput('Say who made the statement.');
  if (statement !== fitting(statement, longestStatement))
    throw badInput(`statement: a text of at most ${longestStatement} letters, without U+0000, is needed.`);
}

function endOf({ form, endsAt }: NewSuspension, at: Date): Date {
  if (form === 'written') {
    if (endsAt !== null && endsAt > at) return endsAt;
    throw badInput('A written statement specifies the time, which lies ahead (45 CFR 164.528(a)(2)(i)).');
  }
  const latest = new Date(at.getTime() + oralMilliseconds);
  if (endsAt === null) return latest;
  if (endsAt > at && endsAt <= latest) return endsAt;
  throw badInput('An oral statement counts for 30 days at most (45 CFR 164.528(a)(2)(ii)(C)).');
}

function badInput(message: string): Error {
  return failure('BAD_USER_INPUT', { message });
}

function suspensionOf(row: SuspensionRow): Suspension {
  return {
    id: row.id,
    residentId: row.resident_id,
    agency: row.agency,
    provider: row.recorded_by_agency,
    form: row.form === 'written' ? 'written' : 'oral',
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
  };
}

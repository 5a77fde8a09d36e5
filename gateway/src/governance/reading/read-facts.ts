import type { Caller } from '../../authentication/index.ts';
import type { Database } from '../database/index.ts';
import type { BreakGlassSession, Consent, Relationship, ResidentFacts } from '../facts/index.ts';
import type { BreakGlassRow, ConsentRow, MergeRow, RelationshipRow } from '../records/index.ts';
import {
  breakGlassOf,
  breakGlassTable,
  consentOf,
  consentsTable,
  instantText,
  mergedResidentsTable,
  relationshipOf,
  relationshipsTable,
} from '../records/index.ts';
import { byResident } from './by-resident.ts';

/**
 * The facts about residents as far as they concern one requester, in force at one time. Of an id that was merged into
 * another the survivor's are the facts: what the index shows under it is the survivor's, and what was on file under it
 * counts for nothing until it is on file about the survivor.
 *
 * What was revoked, ended or closed is out at once, whatever `at` says: clocks of several processes differ.
 */
export async function readFacts(
  database: Database,
  residentIds: readonly string[],
  requester: Caller,
  at: Date,
): Promise<ReadonlyMap<string, ResidentFacts>> {
  const [survivors, own] = await Promise.all([
    readSurvivors(database, residentIds),
    readOwnFacts(database, residentIds, requester, at),
  ]);
  if (survivors.size === 0) return own;
  const ofSurvivors = await readOwnFacts(database, [...survivors.values()], requester, at);
  return new Map(
    [...own].flatMap(([id, facts]) => {
      const survivor = survivors.get(id);
      const known = survivor === undefined ? facts : ofSurvivors.get(survivor);
      return known === undefined ? [] : [[id, known]];
    }),
  );
}

/** The surviving ids of those among these that were merged. */
export async function readSurvivors(
  database: Database,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await byResident(residentIds, (ids) =>
    database<MergeRow>(mergedResidentsTable).select().whereIn('resident_id', ids),
  );
  return new Map(
    residentIds.flatMap((id) => (rows.get(id) ?? []).map(({ survivor_id: survivor }) => [id, survivor])),
  );
}

async function readOwnFacts(
  database: Database,
  residentIds: readonly string[],
  requester: Caller,
  at: Date,
): Promise<ReadonlyMap<string, ResidentFacts>> {
  const [consents, relationships, sessions] = await Promise.all([
    byResident(residentIds, (ids) => readConsents(database, ids, at)),
    byResident(residentIds, (ids) => readRelationships(database, ids, requester, at)),
    byResident(residentIds, (ids) => readSessions(database, ids, requester, at)),
  ]);
  const factsOf = (residentId: string): ResidentFacts => ({
    residentId,
    consents: (consents.get(residentId) ?? []).map(consentOf).filter((one) => concerns(one, requester)),
    relationships: ofRequester(relationships.get(residentId), requester)
      .map(relationshipOf)
      .filter((one) => isVouchedFor(one, requester)),
    breakGlass: latest(ofRequester(sessions.get(residentId), requester).map(breakGlassOf)),
  });
  return new Map(residentIds.map((residentId) => [residentId, factsOf(residentId)]));
}

/** The requester's break-glass session about a resident that is open at one time; null if there is none. */
export async function readOpenSession(
  database: Database,
  residentId: string,
  requester: Caller,
  at: Date,
): Promise<BreakGlassSession | null> {
  const rows = await readSessions(database, [residentId], requester, at);
  return latest(ofRequester(rows, requester).map(breakGlassOf));
}

async function readConsents(database: Database, ids: readonly string[], at: Date): Promise<ConsentRow[]> {
  const instant = instantText(at);
  return database<ConsentRow>(consentsTable)
    .select()
    .whereIn('resident_id', ids)
    .whereNull('revoked_at')
    .where('valid_from', '<=', instant)
    .where((period) => void period.whereNull('valid_until').orWhere('valid_until', '>', instant))
    .orderBy('id');
}

async function readRelationships(
  database: Database,
  ids: readonly string[],
  { subject }: Caller,
  at: Date,
): Promise<RelationshipRow[]> {
  const instant = instantText(at);
  return database<RelationshipRow>(relationshipsTable)
    .select()
    .whereIn('resident_id', ids)
    .where({ subject })
    .whereNull('ended_at')
    .where('valid_from', '<=', instant)
    .where((period) => void period.whereNull('valid_until').orWhere('valid_until', '>', instant))
    .orderBy('id');
}

async function readSessions(
  database: Database,
  ids: readonly string[],
  { subject }: Caller,
  at: Date,
): Promise<BreakGlassRow[]> {
  const instant = instantText(at);
  return database<BreakGlassRow>(breakGlassTable)
    .select()
    .whereIn('resident_id', ids)
    .where({ subject })
    .whereNull('closed_at')
    .where('opened_at', '<=', instant)
    .where('ends_at', '>', instant)
    .orderBy('id');
}

/** Databases may compare without regard to case or to blanks at the end; decisions may not. */
function ofRequester<Row extends { readonly subject: string }>(
  rows: readonly Row[] | undefined,
  { subject }: Caller,
): readonly Row[] {
  return (rows ?? []).filter((row) => row.subject === subject);
}

/** A consent concerns those who may receive by it: their agency, themselves, or whoever treats the resident. */
function concerns(consent: Consent, { agency, subject }: Caller): boolean {
  return (
    consent.isGeneralDesignation ||
    consent.recipientAgencies.includes(agency) ||
    consent.recipientSubjects.includes(subject)
  );
}

/** What somebody is to a resident by their work ends with their work for the agency; a family's tie doesn't. */
function isVouchedFor({ kind, agency }: Relationship, requester: Caller): boolean {
  return kind === 'household' || kind === 'guardian' || agency === requester.agency;
}

function latest(sessions: readonly BreakGlassSession[]): BreakGlassSession | null {
  return sessions.toSorted((left, right) => right.endsAt.getTime() - left.endsAt.getTime())[0] ?? null;
}

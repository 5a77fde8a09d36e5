import type { Database } from '../database/index.ts';
import type {
  BreakGlassRecord,
  BreakGlassReview,
  BreakGlassReviewRow,
  BreakGlassRow,
  ConsentRecord,
  ConsentRow,
  DeclarationRecord,
  DeclarationRow,
  MergeRow,
  RelationshipRecord,
  RelationshipRow,
  RestrictionRecord,
  RestrictionRow,
} from '../records/index.ts';
import {
  breakGlassOf,
  breakGlassReviewOf,
  breakGlassReviewsTable,
  breakGlassTable,
  consentOf,
  consentsTable,
  declarationOf,
  declarationsTable,
  instantText,
  mergedResidentsTable,
  relationshipOf,
  relationshipsTable,
  restrictionOf,
  restrictionsTable,
} from '../records/index.ts';
import { byResident } from './by-resident.ts';

/** Records by the id of the resident whom they are about. */
export type ByResident<Kept> = ReadonlyMap<string, readonly Kept[]>;

/** All consents of residents, newest first, whoever they concern. */
export async function readConsentRecords(
  database: Database,
  residentIds: readonly string[],
): Promise<ByResident<ConsentRecord>> {
  const rows = await byResident(residentIds, async (ids) =>
    database<ConsentRow>(consentsTable)
      .select()
      .whereIn('resident_id', ids)
      .orderBy(newestFirst('recorded_at')),
  );
  return eachOf(rows, consentOf);
}

/** All relationships to residents, newest first, whoever they concern. */
export async function readRelationshipRecords(
  database: Database,
  residentIds: readonly string[],
): Promise<ByResident<RelationshipRecord>> {
  const rows = await byResident(residentIds, async (ids) =>
    database<RelationshipRow>(relationshipsTable)
      .select()
      .whereIn('resident_id', ids)
      .orderBy(newestFirst('recorded_at')),
  );
  return eachOf(rows, relationshipOf);
}

/**
 * All break-glass sessions about residents, newest first, whoever they concern: those about an id that leads to a
 * resident now are about the resident.
 */
export async function readSessionRecords(
  database: Database,
  residentIds: readonly string[],
): Promise<ByResident<BreakGlassRecord>> {
  const rows = await byResident(residentIds, async (ids) => {
    const merged = await database<MergeRow>(mergedResidentsTable).select().whereIn('survivor_id', ids);
    const survivors = new Map(merged.map(({ resident_id: id, survivor_id: survivor }) => [id, survivor]));
    const found = await database<BreakGlassRow>(breakGlassTable)
      .select()
      .whereIn('resident_id', [...ids, ...survivors.keys()])
      .orderBy(newestFirst('opened_at'));
    return found.map((row) => ({ ...row, resident_id: survivors.get(row.resident_id) ?? row.resident_id }));
  });
  return eachOf(rows, breakGlassOf);
}

/** Break-glass sessions by their ids. */
export async function readSessions(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BreakGlassRecord>> {
  const rows = await database<BreakGlassRow>(breakGlassTable).select().whereIn('id', ids);
  return new Map(rows.map((row) => [row.id, breakGlassOf(row)]));
}

/** Reviews of sessions, in the order of the agencies' names. */
export async function readReviews(
  database: Database,
  sessionIds: readonly string[],
): Promise<readonly BreakGlassReview[]> {
  const rows = await database<BreakGlassReviewRow>(breakGlassReviewsTable)
    .select()
    .whereIn('session_id', sessionIds)
    .orderBy('agency');
  return rows.map(breakGlassReviewOf);
}

/** An agency's reviews in the order in which they are due. */
export async function readReviewQueue(
  database: Database,
  agency: string,
  page: { readonly onlyPending: boolean; readonly after: readonly string[] | null; readonly limit: number },
): Promise<readonly BreakGlassReview[]> {
  const { onlyPending, after, limit } = page;
  const rows: BreakGlassReviewRow[] = await database(breakGlassReviewsTable)
    .select()
    .where({ agency })
    .modify((query) => {
      if (onlyPending) void query.whereNull('reviewed_at');
      if (after) void query.whereRaw('(due_at, session_id) > (?, ?)', [...after]);
    })
    .orderBy(['due_at', 'session_id'])
    .limit(limit);
  return rows.filter((row) => row.agency === agency).map(breakGlassReviewOf);
}

/** A subject's relationships of work that are in force, in the order of their ids. */
export async function readCaseload(
  database: Database,
  { subject, agency }: { readonly subject: string; readonly agency: string },
  page: { readonly at: Date; readonly after: string | null; readonly limit: number },
): Promise<readonly RelationshipRecord[]> {
  const instant = instantText(page.at);
  const rows = await database<RelationshipRow>(relationshipsTable)
    .select()
    .where({ subject, agency })
    .whereIn('kind', ['caseload', 'treating', 'placement', 'supervision'])
    .whereNull('ended_at')
    .where('valid_from', '<=', instant)
    .where((period) => void period.whereNull('valid_until').orWhere('valid_until', '>', instant))
    .where('id', '>', page.after ?? '')
    .orderBy('id')
    .limit(page.limit);
  return rows.filter((row) => row.subject === subject && row.agency === agency).map(relationshipOf);
}

/** Declarations, the one that ends first first; those that are over only if they are asked for, 200 at most. */
export async function readDeclarationRecords(
  database: Database,
  { includeEnded, at }: { readonly includeEnded: boolean; readonly at: Date },
): Promise<readonly DeclarationRecord[]> {
  const rows = await database<DeclarationRow>(declarationsTable)
    .select()
    .modify((query) => {
      if (!includeEnded) void query.whereNull('ended_at').where('ends_at', '>', instantText(at));
    })
    .orderBy([{ column: 'ends_at', order: includeEnded ? 'desc' : 'asc' }, { column: 'id' }])
    .limit(200);
  return rows.map(declarationOf);
}

/** Restrictions, newest first; those that were lifted only if they are asked for, 200 at most. */
export async function readRestrictionRecords(
  database: Database,
  { includeLifted }: { readonly includeLifted: boolean },
): Promise<readonly RestrictionRecord[]> {
  const rows = await database<RestrictionRow>(restrictionsTable)
    .select()
    .modify((query) => {
      if (!includeLifted) void query.whereNull('lifted_at');
    })
    .orderBy(newestFirst('since'))
    .limit(200);
  return rows.map(restrictionOf);
}

function newestFirst(column: string): { readonly column: string; readonly order?: 'desc' }[] {
  return [{ column, order: 'desc' }, { column: 'id' }];
}

function eachOf<Row, Kept>(
  rows: ReadonlyMap<string, readonly Row[]>,
  read: (row: Row) => Kept,
): ByResident<Kept> {
  return new Map([...rows].map(([id, list]) => [id, list.map(read)]));
}

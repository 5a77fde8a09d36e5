import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import { inTransaction } from '../database/index.ts';
import type { MergePeriodRow, MergeRow } from '../records/index.ts';
import { instantText, mergedResidentsTable, mergePeriodsTable } from '../records/index.ts';

/** Where an id leads since a time; nowhere, null, once a merge was taken back. */
export interface MergeEntry {
  readonly resident: string;
  readonly survivor: string | null;
  readonly at: Date;
}

/** A page of the resident index's merges. */
export interface MergePage {
  /** The cursor with which the page was asked for. */
  readonly after: string | null;
  readonly merges: readonly MergeEntry[];
  readonly next: string;
}

interface CursorRow {
  readonly id: number;
  readonly place: string;
}

const cursorTable = 'merge_cursor';

/** How far merges were taken in; null at the beginning. */
export async function mergeCursor(database: Database): Promise<string | null> {
  const row = await database<CursorRow>(cursorTable).first('place');
  return row === undefined || row.place === '' ? null : row.place;
}

/**
 * Takes a page in, in one transaction. A page that comes again, or too late because another process was faster, leaves
 * no trace.
 *
 * @returns whether it was taken in
 */
export async function takeMerges(database: Database, page: MergePage): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    if (!(await advance(transaction, page))) return false;
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    for (const merge of page.merges) await takeMerge(transaction, merge);
    return true;
  });
}

async function advance(transaction: Knex.Transaction, { after, next }: MergePage): Promise<boolean> {
  const cursors = () => transaction<CursorRow>(cursorTable);
  await cursors().insert({ id: 1, place: '' }).onConflict('id').ignore();
  const place = after ?? '';
  // Told apart by what is read under the lock: an update that changes nothing counts as none on MariaDB.
  const row = await cursors().where({ id: 1 }).forUpdate().first('place');
  if (row?.place !== place) return false;
  await cursors().where({ id: 1 }).update({ place: next });
  return true;
}

async function takeMerge(
  transaction: Knex.Transaction,
  { resident, survivor, at }: MergeEntry,
): Promise<void> {
  const instant = instantText(at);
  const merged = (): Knex.QueryBuilder => transaction<MergeRow>(mergedResidentsTable);
  const periods = (): Knex.QueryBuilder => transaction<MergePeriodRow>(mergePeriodsTable);
  const own = { resident_id: resident };
  await periods().where(own).whereNull('valid_until').update({ valid_until: instant });
  if (survivor === null) {
    await merged().where(own).delete();
    return;
  }
  const row = { ...own, survivor_id: survivor };
  await merged().insert(row).onConflict('resident_id').merge(['survivor_id']);
  await periods()
    .insert({ ...row, valid_from: instant, valid_until: null })
    .onConflict(['resident_id', 'valid_from'])
    .merge(['survivor_id', 'valid_until']);
}

import type { Database } from '../../governance/index.ts';
import { readEntry } from '../events/index.ts';
import type { ResidentKeys } from '../keys/index.ts';
import type { LedgerLog, SequencedEntry } from '../log/index.ts';
import { openEntries } from './opened-entry.ts';
import type { IndexRows } from './rows.ts';
import { rowsOf } from './rows.ts';
import { continuesRecord } from './whole-records.ts';
import { writeRows } from './write-rows.ts';

/** A row that is not what the log says. */
export interface IndexProblem {
  readonly kind: 'missing' | 'altered' | 'invented';
  readonly log: string;
  readonly sequence: number;
  /** Columns that differ; empty for a row that is missing or invented. */
  readonly columns: readonly string[];
}

/** What an index is checked against. */
export interface IndexToCheck {
  readonly database: Database;
  readonly keys: ResidentKeys;
  readonly ledger: Pick<LedgerLog, 'readFrom'>;
  readonly name: string;
}

const batchSize = 1000;

const tables = { disclosures: 'ledger_disclosures', acts: 'ledger_acts' } as const;

/** Compares every row with its entry in the log, which was verified by itself. */
export async function* checkIndex(checked: IndexToCheck): AsyncIterable<IndexProblem> {
  let next = 0;
  for await (const batch of batches(checked.ledger.readFrom(0))) {
    const last = batch.at(-1)?.sequence ?? next;
    const rows = rowsOf(checked.name, await openEntries(batch, checked.keys));
    yield* compareTables(checked, rows, { from: next, to: last + 1 });
    next = last + 1;
  }
  yield* compareTables(checked, { disclosures: [], acts: [], terms: [] }, { from: next, to: Infinity });
}

/**
 * Writes the rows of a log anew from its beginning.
 *
 * @returns how many records it has
 * @throws what reading the log throws; no row is deleted then
 */
export async function rebuildIndex({ database, keys, ledger, name }: IndexToCheck): Promise<number> {
  for await (const { entry } of ledger.readFrom(0)) readEntry(entry);
  for (const table of [...Object.values(tables), 'ledger_progress']) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of the list
    await database(table).where({ log: name }).delete();
  }
  let next = 0;
  for await (const batch of batches(ledger.readFrom(0))) {
    next = (batch.at(-1)?.sequence ?? 0) + 1;
    await writeRows(database, name, rowsOf(name, await openEntries(batch, keys)), next);
  }
  return next;
}

async function* batches(entries: AsyncIterable<SequencedEntry>): AsyncIterable<readonly SequencedEntry[]> {
  let batch: SequencedEntry[] = [];
  for await (const entry of entries) {
    if (batch.length >= batchSize && !continuesRecord(entry)) {
      yield batch;
      batch = [];
    }
    batch.push(entry);
  }
  if (batch.length > 0) yield batch;
}

interface Range {
  readonly from: number;
  /** Not in it. */
  readonly to: number;
}

async function* compareTables(
  { database, name }: IndexToCheck,
  rows: IndexRows,
  { from, to }: Range,
): AsyncIterable<IndexProblem> {
  for (const [kind, table] of Object.entries(tables) as [keyof typeof tables, string][]) {
    const inRange = database(table).where({ log: name }).where('sequence', '>=', from);
    const found: readonly Readonly<Record<string, unknown>>[] =
      // oxlint-disable-next-line no-await-in-loop -- one table after the other, in a stream
      await (to === Infinity ? inRange : inRange.where('sequence', '<', to)).select();
    yield* compare(name, rows[kind], found);
  }
}

/** Rows of earlier versions don't name the key. */
function* compare(
  log: string,
  expected: readonly { readonly sequence: number }[],
  found: readonly Readonly<Record<string, unknown>>[],
): Iterable<IndexProblem> {
  const bySequence = new Map(found.map((row) => [Number(row['sequence']), row]));
  for (const row of expected) {
    const { sequence } = row;
    const kept = bySequence.get(sequence);
    bySequence.delete(sequence);
    if (kept === undefined) {
      yield { kind: 'missing', log, sequence, columns: [] };
      continue;
    }
    const columns = Object.entries(row).flatMap(([name, value]) =>
      isSame(value, kept[name]) || (name === 'key_id' && kept[name] === null) ? [] : [name],
    );
    if (columns.length > 0) yield { kind: 'altered', log, sequence, columns };
  }
  for (const sequence of bySequence.keys()) yield { kind: 'invented', log, sequence, columns: [] };
}

/** Drivers give large numbers as text. */
function isSame(value: unknown, kept: unknown): boolean {
  return value === kept || (typeof value === 'number' && Number(kept) === value);
}

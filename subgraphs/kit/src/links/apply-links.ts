import type { Knex } from 'knex';

import { chunks } from '../loaders/index.ts';

/** Whose a local record is, as the resident index says it. */
export interface LinkEntry {
  /** What the index knows the local record by. */
  readonly record: string;
  readonly resident: string;
}

const rowsPerStatement = 200;

/**
 * Writes links into `resident_links`. An entry about a record that the agency never offered is left out.
 *
 * @returns how many were written
 */
export async function applyLinks(
  transaction: Knex.Transaction,
  entries: readonly LinkEntry[],
): Promise<number> {
  let written = 0;
  for (const piece of chunks(entries, rowsPerStatement)) {
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await localLinks(transaction, piece);
    written += rows.length;
    // oxlint-disable-next-line no-await-in-loop
    if (rows.length > 0) await transaction('resident_links').insert(rows).onConflict('local_id').merge();
  }
  return written;
}

async function localLinks(
  transaction: Knex.Transaction,
  entries: readonly LinkEntry[],
): Promise<readonly { readonly local_id: string; readonly resident_id: string }[]> {
  // The last word about a record counts.
  const residents = new Map(entries.map(({ record, resident }) => [record, resident]));
  const known: readonly { readonly record: string; readonly local_id: string }[] = await transaction(
    'person_feed',
  )
    .whereIn('record', [...residents.keys()])
    .select('record', 'local_id');
  return known.map(({ record, local_id }) => ({ local_id, resident_id: residents.get(record) ?? '' }));
}

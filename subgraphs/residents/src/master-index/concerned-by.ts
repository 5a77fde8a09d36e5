import type { Knex } from '@resident-graph/subgraph-kit';

import type { Change } from './changes.ts';

/**
 * The residents whom changes concern: those that are named, and those to whom the records are linked of which
 * something else is said.
 */
export async function concernedBy(
  transaction: Knex.Transaction,
  changes: readonly Change[],
): Promise<readonly string[]> {
  const residents = new Set(changes.flatMap(residentsIn));
  const linked = new Set(changes.flatMap((change) => (change.kind === 'link' ? [change.key] : [])));
  const records = [...new Set(changes.flatMap(recordsIn))].filter((record) => !linked.has(record));
  if (records.length === 0) return [...residents];
  const rows = await transaction<{ record_id: string; resident_id: string }>('record_links')
    .whereIn('record_id', records)
    .whereNull('until_sequence')
    .select('resident_id');
  for (const { resident_id } of rows) residents.add(resident_id);
  return [...residents];
}

function residentsIn(change: Change): readonly string[] {
  if (change.kind === 'resident') return [change.key];
  if (change.kind !== 'link' && change.kind !== 'review') return [];
  return [change.before, change.after].flatMap((state) => (state === null ? [] : [state.resident]));
}

function recordsIn(change: Change): readonly string[] {
  if (change.kind === 'record') return [change.key];
  if (change.kind === 'constraint') return change.key.split(' ');
  return change.kind === 'review' ? [(change.after ?? change.before)?.record ?? ''] : [];
}

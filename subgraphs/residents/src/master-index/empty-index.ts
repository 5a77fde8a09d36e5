import type { Database } from '@resident-graph/subgraph-kit';

const tables = [
  'index_events',
  'event_residents',
  'record_links',
  'record_constraints',
  'review_readings',
  'review_work',
  'review_items',
  'record_keys',
  'record_numbers',
  'value_counts',
  'former_contents',
  'local_records',
  'shadow_differences',
  'linkage_models',
] as const;

/** Makes an index that was filled by halves fit to be filled anew; the residents themselves are not its own. */
export async function emptyIndex(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    // One after the other: a transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    for (const table of tables) await transaction(table).delete();
    await transaction('index_clock').update({ sequence: 0 });
  });
}

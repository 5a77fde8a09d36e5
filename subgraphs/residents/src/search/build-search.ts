import type { Database, Knex } from '@resident-graph/subgraph-kit';

import { readProfiles } from './read-profiles.ts';
import { SearchWriter, dropProfiles, lastNumber } from './search-writer.ts';

const residentsAtOnce = 500;

/**
 * Makes what the search reads anew from the whole index. Needed once after tables were filled other than by the
 * index's own commands; what those change is followed from the log.
 */
export async function buildSearch(database: Database): Promise<void> {
  await database.transaction(rebuild);
}

async function rebuild(transaction: Knex.Transaction): Promise<void> {
  await transaction('search_state').increment('built', 1);
  await transaction('search_state').update({ sequence: await lastEvent(transaction) });
  for (const table of ['search_keys', 'search_profiles', 'search_names']) {
    // oxlint-disable-next-line no-await-in-loop
    await transaction(table).delete();
  }
  await writeAll(transaction);
}

/**
 * Brings the search up to the log's last event: the residents whom events concern are written anew. A search that was
 * never built is built.
 */
export async function followIndex(database: Database, from: number): Promise<void> {
  await database.transaction(async (transaction) => {
    const to = await lastEvent(transaction);
    // Of several processes that begin at one place the first goes on; the others find nothing left to do.
    const begun = await transaction('search_state').where({ sequence: from }).update({ sequence: to });
    if (begun === 0) return;
    if (from < 0) return rebuild(transaction);
    const concerned: readonly { resident_id: string }[] = await transaction('event_residents')
      .where('sequence', '>', from)
      .where('sequence', '<=', to)
      .distinct('resident_id');
    const ids = concerned.map(({ resident_id }) => resident_id);
    for (let at = 0; at < ids.length; at += residentsAtOnce) {
      // oxlint-disable-next-line no-await-in-loop
      await rewrite(transaction, ids.slice(at, at + residentsAtOnce));
    }
  });
}

async function rewrite(database: Database, ids: readonly string[]): Promise<void> {
  const profiles = await readProfiles(database, ids);
  const dropped = await dropProfiles(database, ids);
  await database('search_state').increment('residents', profiles.size - dropped);
  const writer = new SearchWriter(database, (await lastNumber(database, 'search_profiles')) + 1);
  for (const [id, profile] of profiles) {
    // oxlint-disable-next-line no-await-in-loop
    await writer.add(id, profile);
  }
  await writer.finish();
}

async function writeAll(database: Database): Promise<void> {
  const writer = new SearchWriter(database);
  let last = '';
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const ids = await idsAfter(database, last);
    if (ids.length === 0) break;
    last = ids.at(-1)!;
    // oxlint-disable-next-line no-await-in-loop
    for (const [id, profile] of await readProfiles(database, ids)) {
      // oxlint-disable-next-line no-await-in-loop
      await writer.add(id, profile);
    }
  }
  await database('search_state').update({ residents: writer.next - 1 });
  await writer.finish();
}

async function idsAfter(database: Database, last: string): Promise<readonly string[]> {
  const rows: readonly { id: string }[] = await database('residents')
    .where('id', '>', last)
    .orderBy('id')
    .limit(residentsAtOnce)
    .select('id');
  return rows.map(({ id }) => id);
}

async function lastEvent(database: Database): Promise<number> {
  const row = await database<{ sequence: number }>('index_clock').first('sequence');
  return row?.sequence ?? 0;
}

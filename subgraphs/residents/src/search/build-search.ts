import type { Database } from '@resident-graph/subgraph-kit';

import { countNames, dropProfiles, writeNames, writeProfiles } from './keep-profiles.ts';
import { readProfiles } from './read-profiles.ts';

const residentsAtOnce = 500;

/**
 * Makes what the search reads anew from the whole index. Needed once after tables were filled other than by the
 * index's own commands; what those change is followed from the log.
 */
export async function buildSearch(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction('search_state').increment('built', 1);
    await transaction('search_state').update({ sequence: await lastEvent(transaction) });
    for (const table of ['search_keys', 'search_profiles', 'search_names']) {
      // oxlint-disable-next-line no-await-in-loop
      await transaction(table).delete();
    }
    await writeAll(transaction);
  });
}

/**
 * Brings the search up to the log's last event: the residents whom events concern are written anew. A search that was
 * never built is built.
 */
export async function followIndex(database: Database, from: number): Promise<void> {
  if (from < 0) return buildSearch(database);
  await database.transaction(async (transaction) => {
    const to = await lastEvent(transaction);
    // Of several that begin at one place the first goes on; the others find nothing left to do.
    const begun = await transaction('search_state').where({ sequence: from }).update({ sequence: to });
    if (begun === 0) return;
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
  const before = await database('search_profiles').whereIn('resident_id', ids).count({ residents: '*' }).first();
  await dropProfiles(database, ids);
  await database('search_state').increment('residents', profiles.size - Number(before?.['residents'] ?? 0));
  await writeProfiles(database, profiles, await nextNumber(database, 'search_profiles'));
  const names = countNames(profiles.values());
  const known: readonly { kind: string; name: string }[] = await database('search_names')
    .whereIn('name', [...new Set([...names.keys()].map((named) => named.split(' ')[1] ?? ''))])
    .select('kind', 'name');
  for (const { kind, name } of known) names.delete(`${kind} ${name}`);
  await writeNames(database, names, await nextNumber(database, 'search_names'));
}

async function writeAll(database: Database): Promise<void> {
  const names = new Map<string, number>();
  let [last, number] = ['', 1];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const rows: readonly { id: string }[] = await database('residents')
      .where('id', '>', last)
      .orderBy('id')
      .limit(residentsAtOnce)
      .select('id');
    if (rows.length === 0) break;
    last = rows.at(-1)!.id;
    // oxlint-disable-next-line no-await-in-loop
    const profiles = await readProfiles(database, rows.map(({ id }) => id));
    // oxlint-disable-next-line no-await-in-loop
    number = await writeProfiles(database, profiles, number);
    countNames(profiles.values(), names);
  }
  await writeNames(database, names, 1);
  await database('search_state').update({ residents: number - 1 });
}

async function lastEvent(database: Database): Promise<number> {
  const row = await database<{ sequence: number }>('index_clock').first('sequence');
  return Number(row?.sequence ?? 0);
}

async function nextNumber(database: Database, table: string): Promise<number> {
  const row = await database<{ last: number | null }>(table).max({ last: 'number' }).first();
  return Number(row?.last ?? 0) + 1;
}

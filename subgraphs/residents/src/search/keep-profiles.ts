import type { Database } from '@resident-graph/subgraph-kit';

import { formsOf, keysOf } from './keys.ts';
import type { NameKind } from './vocabulary.ts';
import type { Profile } from './profile.ts';

/** Rows of one statement. */
const rowsAtOnce = 500;

/** The column's width; a longer name is found by its beginning. */
const longestName = 80;

/** Writes profiles under numbers that are new; gives the number after the last. */
export async function writeProfiles(
  database: Database,
  profiles: ReadonlyMap<string, Profile>,
  firstNumber: number,
): Promise<number> {
  const numbered = [...profiles].map(([id, profile], at) => ({ id, profile, number: firstNumber + at }));
  const rows = numbered.map(({ id, profile, number }) => ({
    number,
    resident_id: id,
    profile: JSON.stringify(profile),
  }));
  await database.batchInsert('search_profiles', rows, 100);
  await writeKeys(
    database,
    numbered.flatMap(({ profile, number }) => keysOf(profile).map((key) => [key, number] as const)),
  );
  return firstNumber + numbered.length;
}

/** Takes the profiles and keys of residents away. */
export async function dropProfiles(database: Database, ids: readonly string[]): Promise<void> {
  const numbers = database('search_profiles').whereIn('resident_id', ids).select('number');
  await database('search_keys').whereIn('number', numbers).delete();
  await database('search_profiles').whereIn('resident_id', ids).delete();
}

/** The names in profiles, each with the number of residents who have it. */
export function countNames(
  profiles: Iterable<Profile>,
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  for (const { names } of profiles) {
    const own = new Set(names.flatMap(([given, , surname]) => [...named('given', given), ...named('surname', surname)]));
    for (const name of own) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Writes names that are not there yet; what is there keeps its count. Gives the number after the last. */
export async function writeNames(
  database: Database,
  counts: ReadonlyMap<string, number>,
  firstNumber: number,
): Promise<number> {
  const rows = [...counts].map(([named, residents], at) => {
    const [kind = '', name = ''] = named.split(' ');
    return { number: firstNumber + at, kind, name, residents };
  });
  await database.batchInsert('search_names', rows, 100);
  return firstNumber + rows.length;
}

function named(kind: NameKind, name: string | null): readonly string[] {
  return formsOf(name).map((form) => `${kind} ${form.slice(0, longestName)}`);
}

/** Both are whole numbers of our own making, so they stand in the statement as they are: it is much faster. */
async function writeKeys(database: Database, keys: readonly (readonly [hash: number, number: number])[]): Promise<void> {
  for (let from = 0; from < keys.length; from += rowsAtOnce) {
    const rows = keys.slice(from, from + rowsAtOnce).map(([hash, number]) => `(${hash},${number})`);
    // oxlint-disable-next-line no-await-in-loop
    await database.raw(`insert into search_keys (hash, number) values ${rows.join(',')}`);
  }
}

import type { Database } from '@resident-graph/subgraph-kit';

import type { Lookup } from './lookups.ts';
import type { Profile } from './profile.ts';

/** A resident who may be meant. */
export interface Candidate {
  readonly id: string;
  readonly profile: Profile;
}

/** So many are compared; those whom most lookups found. */
const mostCompared = 300;

/**
 * The residents whom lookups find, in the order of their numbers.
 *
 * Two statements, however many are found: a union of equalities on one index, which costs the same on SQLite,
 * PostgreSQL and MariaDB and needs no extension of any of them, and the profiles.
 */
export async function candidates(
  database: Database,
  lookups: readonly Lookup[],
): Promise<readonly Candidate[]> {
  const numbers = likeliest(await found(database, lookups), lookups);
  const rows: readonly { resident_id: string; profile: string }[] = await database('search_profiles')
    // A statement without any is asked too: that nobody is found must not show in what is done.
    .whereIn('number', numbers.length === 0 ? [0] : numbers)
    .orderBy('number')
    .select('resident_id', 'profile');
  return rows.map(({ resident_id: id, profile }) => ({ id, profile: JSON.parse(profile) as Profile }));
}

interface FoundRow {
  readonly number: number;
  readonly lookup: number;
}

/** Keys are whole numbers of our own making, so they stand in the statement as they are: it is much faster. */
async function found(database: Database, lookups: readonly Lookup[]): Promise<readonly FoundRow[]> {
  const statement = lookups
    .map(({ keys, most }, at) => {
      const rows = `select distinct number from search_keys where hash in (${[...new Set(keys)].join(',')})`;
      return `select number, ${at} as lookup from (${rows} order by number limit ${most}) as found_${at}`;
    })
    .join(' union all ');
  const answer: unknown = await database.raw(statement);
  return rowsOf(answer);
}

/** The drivers answer a statement as it is written each in its own way. */
function rowsOf(answer: unknown): readonly FoundRow[] {
  if (Array.isArray(answer)) return (Array.isArray(answer[0]) ? answer[0] : answer) as readonly FoundRow[];
  return (answer as { readonly rows: readonly FoundRow[] }).rows;
}

function likeliest(rows: readonly FoundRow[], lookups: readonly Lookup[]): readonly number[] {
  const worth = new Map<number, number>();
  for (const { number, lookup } of rows)
    worth.set(number, (worth.get(number) ?? 0) + (lookups[lookup]?.worth ?? 0));
  return [...worth]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || one - other)
    .slice(0, mostCompared)
    .map(([number]) => number);
}

import type { Database } from '@resident-graph/subgraph-kit';

import { formsOf, keysOf } from './keys.ts';
import type { NameKind } from './vocabulary.ts';
import type { Profile } from './profile.ts';

/** So many residents are written together: their keys in order, which is what makes millions of them fast. */
const residentsAtOnce = 20_000;

const keysPerStatement = 5_000;
const rowsPerStatement = 100;

/** The column's width; a longer name is found by its beginning. */
const longestName = 80;

/** Writes what the search reads of many residents. */
export class SearchWriter {
  readonly #database: Database;
  readonly #names = new Map<string, number>();
  #waiting: { readonly id: string; readonly profile: Profile }[] = [];
  #next: number;

  /** @param next - the first number that no resident has yet */
  constructor(database: Database, next = 1) {
    this.#database = database;
    this.#next = next;
  }

  /** The number that the next resident gets. */
  get next(): number {
    return this.#next + this.#waiting.length;
  }

  async add(id: string, profile: Profile): Promise<void> {
    this.#waiting.push({ id, profile });
    for (const name of namesOf(profile)) this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    if (this.#waiting.length >= residentsAtOnce) await this.#flush();
  }

  /** Writes what still waits, and the names that are not there yet; names that are there keep their count. */
  async finish(): Promise<void> {
    await this.#flush();
    const next = (await lastNumber(this.#database, 'search_names')) + 1;
    for (const { kind, name } of next === 1 ? [] : await this.#knownNames())
      this.#names.delete(`${kind} ${name}`);
    const rows = [...this.#names].map(([kindAndName, residents], at) => {
      const [kind = '', name = ''] = kindAndName.split(' ');
      return { number: next + at, kind, name, residents };
    });
    await this.#database.batchInsert('search_names', rows, rowsPerStatement);
  }

  async #flush(): Promise<void> {
    const residents = this.#waiting.map((one, at) => ({ ...one, number: this.#next + at }));
    const rows = residents.map(({ id, profile, number }) => ({
      number,
      resident_id: id,
      profile: JSON.stringify(profile),
    }));
    await this.#database.batchInsert('search_profiles', rows, rowsPerStatement);
    const keys = residents.flatMap(({ profile, number }) =>
      keysOf(profile).map((hash) => ({ hash, number })),
    );
    await writeKeys(
      this.#database,
      keys.sort((one, other) => one.hash - other.hash),
    );
    this.#next += residents.length;
    this.#waiting = [];
  }

  async #knownNames(): Promise<readonly { readonly kind: string; readonly name: string }[]> {
    const names = [...this.#names.keys()].map((kindAndName) => kindAndName.split(' ')[1] ?? '');
    return this.#database('search_names')
      .whereIn('name', [...new Set(names)])
      .select('kind', 'name');
  }
}

/** Takes what the search reads of residents away. */
export async function dropProfiles(database: Database, ids: readonly string[]): Promise<number> {
  const rows: readonly { number: number; profile: string }[] = await database('search_profiles')
    .whereIn('resident_id', ids)
    .select('number', 'profile');
  for (const { number, profile } of rows) {
    const keys = keysOf(JSON.parse(profile) as Profile);
    // One after the other: inside a transaction there is one connection.
    // oxlint-disable-next-line no-await-in-loop
    if (keys.length > 0) await database('search_keys').where({ number }).whereIn('hash', keys).delete();
  }
  await database('search_profiles').whereIn('resident_id', ids).delete();
  return rows.length;
}

/** The greatest number in a table; 0 where it is empty. */
export async function lastNumber(
  database: Database,
  table: 'search_profiles' | 'search_names',
): Promise<number> {
  const row = await database<{ last: number | null }>(table).max({ last: 'number' }).first();
  return row?.last ?? 0;
}

function namesOf({ names }: Profile): ReadonlySet<string> {
  return new Set(
    names.flatMap(([given, , surname]) => [...named('given', given), ...named('surname', surname)]),
  );
}

function named(kind: NameKind, name: string | null): readonly string[] {
  return formsOf(name).map((form) => `${kind} ${form.slice(0, longestName)}`);
}

/** Both are whole numbers of our own making, so they stand in the statement as they are: it is much faster. */
async function writeKeys(
  database: Database,
  keys: readonly { readonly hash: number; readonly number: number }[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += keysPerStatement) {
    const rows = keys.slice(from, from + keysPerStatement).map(({ hash, number }) => `(${hash},${number})`);
    // oxlint-disable-next-line no-await-in-loop
    await database.raw(`insert into search_keys (hash, number) values ${rows.join(',')}`);
  }
}

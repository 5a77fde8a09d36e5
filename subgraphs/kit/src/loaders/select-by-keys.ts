import type { Knex } from 'knex';

import { dialectOf } from '../database/index.ts';
import type { Database } from '../database/index.ts';
import { chunks } from './chunks.ts';
import { LoaderError } from './loader-error.ts';

export type Key = string | number;
export type Columns = Record<string, unknown>;

/** All rows whose key is among the keys: one statement, or several where the keys exceed the parameter limit. */
export async function selectByKeys(
  database: Database,
  source: { readonly table: string; readonly columns: readonly string[] },
  keys: readonly Key[],
  statement: (keys: readonly Key[]) => Knex.QueryBuilder<Columns, Columns[]>,
): Promise<Columns[]> {
  const pieces = chunks(keys.filter(isStorable), dialectOf(database).parameterLimit);
  try {
    const answers = await Promise.all(pieces.map(statement));
    return answers.length === 1 ? (answers[0] ?? []) : answers.flat();
  } catch (error) {
    throw new LoaderError(source, error);
  }
}

/** No row has a key with the character NUL: PostgreSQL stores none, and fails the keys beside it. */
function isStorable(key: Key): boolean {
  return typeof key !== 'string' || !key.includes('\0');
}

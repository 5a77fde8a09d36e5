import type { Knex } from 'knex';

import type { Database } from '../database/index.ts';
import { orderTerms } from './ordering.ts';
import type { Ordering } from './ordering.ts';
import type { Columns, Key } from './select-by-keys.ts';

interface FirstRows {
  readonly table: string;
  readonly key: string;
  readonly orderBy: readonly Ordering[];
  /** The most rows of each key. */
  readonly count: number;
  /** Narrows the rows before they are counted. */
  readonly where?: (rows: Knex.QueryBuilder) => void;
}

const position = 'kit_position';

/** One statement that reads the first rows of every key, in order over all of them. */
export function firstRows(
  database: Database,
  { table, key, orderBy, count, where = () => undefined }: FirstRows,
  keys: readonly Key[],
): Knex.QueryBuilder<Columns, Columns[]> {
  const ordered = orderTerms(database, orderBy);
  const numbered = database
    .from(table)
    .select(`${table}.*`)
    .select(database.raw('row_number() over (partition by ?? order by ?) as ??', [key, ordered, position]))
    .whereIn(key, keys)
    .where(where)
    .as('numbered');
  return database.select('*').from(numbered).where(position, '<=', count).orderByRaw(ordered);
}

import type DataLoader from 'dataloader';

import type { Database } from '../database/index.ts';
import { batched } from './batched.ts';
import { selectByKeys } from './select-by-keys.ts';
import type { Columns, Key } from './select-by-keys.ts';

/**
 * Loads the one row with a key. All keys that are asked for in one wave cost one statement.
 *
 * @example rowByKey<PersonRow, string>(database, { table: 'PERSON', key: 'PERSON_ID' }).load('P1')
 */
export function rowByKey<Row, RowKey extends Key>(
  database: Database,
  { table, key }: { readonly table: string; readonly key: string },
): DataLoader<RowKey, Row | null> {
  const load = async (keys: readonly RowKey[]): Promise<(Row | null)[]> => {
    const rows = await selectByKeys(database, { table, columns: [key] }, keys, (some) =>
      database<Columns>(table).select('*').whereIn(key, some),
    );
    const found = new Map(rows.map((row) => [String(row[key]), row as Row]));
    return keys.map((one) => found.get(String(one)) ?? null);
  };
  return batched<RowKey, Row | null>(load);
}

import type DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';

import type { Database } from '../database/index.ts';
import { subgraphError } from '../errors/index.ts';
import { batched } from './batched.ts';
import { firstRows } from './first-rows.ts';
import { groupBy } from './group-by.ts';
import type { Ordering } from './ordering.ts';
import { selectByKeys } from './select-by-keys.ts';
import type { Key } from './select-by-keys.ts';

interface RowsByKeyOptions {
  readonly table: string;
  readonly key: string;
  readonly orderBy: readonly Ordering[];
  /** The most rows of one key, 1000 by default; a longer list is the error LIST_TOO_LONG, never a silent cut. */
  readonly maximum?: number;
}

/**
 * Loads the rows that share a key, in order, those without a value last. All keys that are asked for in one
 * wave cost one statement. For lists that stay short; what grows is read with `pageByKey`.
 *
 * @example rowsByKey<IncomeRow, string>(database, { table: 'INCOME', key: 'CASE_NBR', orderBy: [{ column: 'EFF_DT', order: 'desc' }] })
 */
export function rowsByKey<Row, RowKey extends Key>(
  database: Database,
  options: RowsByKeyOptions,
): DataLoader<RowKey, readonly Row[]> {
  const { table, key, orderBy, maximum = 1000 } = options;
  const source = { table, columns: [key, ...orderBy.map(({ column }) => column)] };
  const rowsToRead = { table, key, orderBy, count: maximum + 1 };
  const load = async (keys: readonly RowKey[]): Promise<(readonly Row[] | GraphQLError)[]> => {
    const rows = await selectByKeys(database, source, keys, (some) => firstRows(database, rowsToRead, some));
    const groups = groupBy(rows, (row) => String(row[key]));
    return keys.map((one) => wholeList((groups.get(String(one)) ?? []) as Row[], maximum));
  };
  return batched<RowKey, readonly Row[]>(load);
}

function wholeList<Row>(rows: readonly Row[], maximum: number): readonly Row[] | GraphQLError {
  if (rows.length <= maximum) return rows;
  return subgraphError('LIST_TOO_LONG', { message: `The list has more than ${maximum} entries.` });
}

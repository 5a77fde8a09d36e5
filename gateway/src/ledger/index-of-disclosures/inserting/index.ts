import type { Knex } from 'knex';

import { insertByJson } from './insert-by-json.ts';
import { insertByStatements } from './insert-by-statements.ts';
import { insertOneByOne } from './insert-one-by-one.ts';
import type { InsertRows } from './insert-rows.ts';

const ways: Readonly<Record<string, InsertRows>> = {
  pg: insertByJson,
  'better-sqlite3': insertOneByOne,
};

/** Inserts the rows whose key isn't there yet, in the way that is cheapest with the database. */
export async function insertMissing(
  transaction: Knex.Transaction,
  table: string,
  rows: readonly object[],
  key: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const insertRows = ways[(transaction.client as Knex.Client).config.client as string] ?? insertByStatements;
  await insertRows(transaction, { table, rows, key });
}

import { setImmediate as nextTurn } from 'node:timers/promises';

import type { InsertRows } from './insert-rows.ts';

/** What better-sqlite3 has of a connection that is needed here. */
interface Connection {
  readonly prepare: (sql: string) => { readonly run: (values: readonly unknown[]) => unknown };
}

/** Rows that are inserted before anything else has its turn. */
const atOnce = 50;

/**
 * Inserts rows into SQLite by one statement that is prepared once: the database is in this process, and reading a
 * statement with a value for each column of each row costs as much as inserting them.
 */
export const insertOneByOne: InsertRows = async (transaction, { table, rows, key }) => {
  // Each column stands for its own value: the bindings say in which order the statement takes them.
  const columns = Object.keys(rows[0] ?? {}).map((column) => [column, column] as const);
  const { sql, bindings } = transaction(table)
    .insert(Object.fromEntries(columns))
    .onConflict([...key])
    .ignore()
    .toSQL()
    .toNative();
  const connection = (await transaction.client.acquireConnection()) as Connection;
  const statement = connection.prepare(sql);
  for (const [index, row] of rows.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- requests are answered in between
    if (index % atOnce === atOnce - 1) await nextTurn();
    statement.run(bindings.map((column): unknown => Reflect.get(row, column as string)));
  }
};

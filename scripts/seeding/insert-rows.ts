import type { Database } from '@resident-graph/subgraph-kit';
import type { ColumnValue, Row } from '../population/index.ts';

/** Below what the strictest database binds to one statement (SQLite: 32,766). */
const mostParameters = 30_000;

/** More rows than this in one statement gain nothing. */
const mostRows = 500;

/** Inserts rows in as few statements as the databases allow; a column that a row lacks is null. */
export async function insertRows(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const size = Math.max(1, Math.min(mostRows, Math.floor(mostParameters / Math.max(1, columns.length))));
  for (let start = 0; start < rows.length; start += size) {
    await insertChunk(database, table, columns, rows.slice(start, start + size));
  }
}

/** Written as one VALUES list: knex's own form for SQLite is a compound SELECT, which ends at 500 terms. */
async function insertChunk(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(() => '??').join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((row) => columns.map((column): ColumnValue => row[column] ?? null));
  const statement = `insert into ?? (${names}) values ${rows.map(() => places).join(', ')}`;
  await database.raw(statement, [table, ...columns, ...values]);
}

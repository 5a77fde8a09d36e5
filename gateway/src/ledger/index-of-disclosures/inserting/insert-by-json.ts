import type { InsertRows } from './insert-rows.ts';

/**
 * Inserts rows into PostgreSQL that go as one value, a JSON list: writing a statement with a value for each column of
 * each row costs this process several times more.
 */
export const insertByJson: InsertRows = async (transaction, { table, rows, key }) => {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(() => '??').join();
  const typed = columns.map((column) => `?? ${typeOf(column, rows)}`).join();
  const conflict = key.map(() => '??').join();
  await transaction.raw(
    `insert into ?? (${names}) select ${names} from json_to_recordset(?) as rows(${typed}) on conflict (${conflict}) do nothing`,
    [table, ...columns, ...columns, JSON.stringify(rows), ...columns, ...key],
  );
};

function typeOf(column: string, rows: readonly object[]): 'bigint' | 'text' {
  return rows.some((row) => typeof Reflect.get(row, column) === 'number') ? 'bigint' : 'text';
}

import type { InsertRows } from './insert-rows.ts';

/** Rows of one statement: MariaDB takes 65,535 values. */
const most = 200;

/** Inserts rows by statements with a value for each column of each row. */
export const insertByStatements: InsertRows = async (transaction, { table, rows, key }) => {
  for (let at = 0; at < rows.length; at += most) {
    const part = rows.slice(at, at + most);
    // One transaction has one connection.
    // oxlint-disable-next-line no-await-in-loop
    await transaction(table)
      .insert(part)
      .onConflict([...key])
      .ignore();
  }
};

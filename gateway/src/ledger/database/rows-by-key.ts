import type { Knex } from 'knex';

import type { Migration } from '../../governance/index.ts';

const idLength = 64;
const nameLength = 255;

/** Rows that can be found by the key that sealed their entry, and why a key was taken from its resident. */
export const rowsByKey: Migration = {
  name: 'ledger-rows-by-key',
  async up(database) {
    for (const table of ['ledger_disclosures', 'ledger_acts']) {
      // oxlint-disable-next-line no-await-in-loop -- one table after the other
      await addMissingColumn(database, table, 'key_id', (columns) => {
        columns.string('key_id', idLength).index(`${table}_of_key`);
      });
    }
    await addMissingColumn(database, 'ledger_keys', 'retired_reason', (columns) => {
      columns.string('retired_reason', 10);
      columns.string('retired_by', nameLength);
    });
  },
};

/** Adds columns unless the first is there: MariaDB keeps what a migration that was cut off had made. */
async function addMissingColumn(
  database: Knex.Transaction,
  table: string,
  column: string,
  define: (columns: Knex.AlterTableBuilder) => void,
): Promise<void> {
  if (!(await database.schema.hasColumn(table, column))) await database.schema.alterTable(table, define);
}

import type { Migration } from '../../governance/index.ts';

/** Lists of a record that was parted, whole: MariaDB's and MySQL's `text` has no room for more than 64 KiB. */
export const longerLists: Migration = {
  name: 'ledger-longer-lists',
  async up(database) {
    if (String(database.client.driverName) !== 'mysql2') return;
    await database.schema.alterTable('ledger_disclosures', (columns) => {
      columns.text('agencies', 'mediumtext').notNullable().alter();
      columns.text('facts', 'mediumtext').nullable().alter();
    });
  },
};

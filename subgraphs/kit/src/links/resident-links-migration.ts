import { dialectOf } from '../database/index.ts';
import type { Database } from '../database/index.ts';

/** The table that every agency has beside its own: which local record is which resident's. */
export const residentLinksMigration = {
  name: 'kit-0001-resident-links',
  async up(database: Database): Promise<void> {
    const { name } = dialectOf(database);
    await database.schema.createTable('resident_links', (table) => {
      // MariaDB compares without regard to case by default, which would make two local ids one.
      if (name === 'mysql') table.collate('utf8mb4_bin');
      table.string('local_id', 128).notNullable().primary();
      table.string('resident_id', 64).notNullable().index();
    });
  },
  async down(database: Database): Promise<void> {
    await database.schema.dropTable('resident_links');
  },
};

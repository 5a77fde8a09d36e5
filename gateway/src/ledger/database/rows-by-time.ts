import type { Migration } from '../../governance/index.ts';
import { createMissingTable } from '../../governance/index.ts';

/** What lets a reading stop anywhere and be gone on with: rows by their time, and the key of its cursors. */
export const rowsByTime: Migration = {
  name: 'ledger-rows-by-time',
  async up(database) {
    if (await database.schema.hasTable('ledger_cursor_keys')) return;
    await database.schema.alterTable('ledger_disclosures', (columns) => {
      columns.index(['at', 'log', 'sequence'], 'ledger_disclosures_by_time');
    });
    await createMissingTable(database, 'ledger_cursor_keys', (columns) => {
      columns.string('id', 64).primary();
      columns.string('key', 64).notNullable();
    });
  },
};

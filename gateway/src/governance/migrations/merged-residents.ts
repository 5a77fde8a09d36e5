import type { Migration } from '../database/index.ts';
import { createMissingTable } from '../database/index.ts';

/** Of ids, which the resident index makes. */
const nameLength = 255;

/** Which ids of residents were merged into which, as the resident index says. */
export const mergedResidents: Migration = {
  name: 'merged-residents',
  async up(database) {
    await createMissingTable(database, 'merged_residents', (columns) => {
      columns.string('resident_id', nameLength).primary();
      columns.string('survivor_id', nameLength).notNullable();
    });
  },
};

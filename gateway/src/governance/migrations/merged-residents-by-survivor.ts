import type { Migration } from '../database/index.ts';

/** Lets the ids that lead to a resident be found among those of all who were ever merged. */
export const mergedResidentsBySurvivor: Migration = {
  name: 'merged-residents-by-survivor',
  async up(database) {
    try {
      await database.schema.alterTable('merged_residents', (columns) => {
        columns.index(['survivor_id'], 'merged_residents_by_survivor');
      });
    } catch (thrown) {
      // MariaDB keeps what a migration that was cut off had made.
      if ((thrown as { readonly code?: unknown }).code !== 'ER_DUP_KEYNAME') throw thrown;
    }
  },
};

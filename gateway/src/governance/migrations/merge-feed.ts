import type { Migration } from '../database/index.ts';
import { createMissingTable } from '../database/index.ts';

const nameLength = 255;
const instantLength = 24;

/** How far the resident index's merges were followed, and when which id led to which. */
export const mergeFeed: Migration = {
  name: 'merge-feed',
  async up(database) {
    await createMissingTable(database, 'merge_cursor', (columns) => {
      columns.integer('id').primary();
      columns.string('place', 140).notNullable();
    });
    await createMissingTable(database, 'merge_periods', (columns) => {
      columns.string('resident_id', nameLength).notNullable();
      columns.string('survivor_id', nameLength).notNullable().index();
      columns.string('valid_from', instantLength).notNullable();
      columns.string('valid_until', instantLength);
      columns.primary(['resident_id', 'valid_from']);
    });
  },
};

import type { Migration } from '../database/index.ts';
import { createMissingTable } from '../database/index.ts';

/** Of SHA-256 in hexadecimal, and of instants (`2026-01-01T00:00:00.000Z`). */
const hashLength = 64;
const instantLength = 24;

/** The sessions of browsers, and the sign-ins under way. Neither holds what a browser carries, only its hash. */
export const sessionTables: Migration = {
  name: 'session-tables',
  async up(database) {
    await createMissingTable(database, 'browser_sessions', (columns) => {
      columns.string('id_hash', hashLength).primary();
      columns.text('caller').notNullable();
      columns.string('name', 256);
      columns.string('subject_hash', hashLength).notNullable().index();
      columns.string('provider_session_hash', hashLength).index();
      columns.string('idle_ends_at', instantLength).notNullable().index();
      columns.string('absolute_ends_at', instantLength).notNullable();
      columns.string('stepped_up_until', instantLength);
    });
    await createMissingTable(database, 'pending_sign_ins', (columns) => {
      columns.string('id_hash', hashLength).primary();
      columns.text('return_path').notNullable();
      columns.string('session_hash', hashLength);
      columns.string('begun_at', instantLength).notNullable();
      columns.string('ends_at', instantLength).notNullable().index();
    });
  },
};

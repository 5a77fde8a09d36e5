export type { Database } from './dialect.ts';
export type { Migration } from './migrate.ts';
export { createMissingTable, migrate } from './migrate.ts';
export { openDatabase } from './open-database.ts';
export { inTransaction, retrying } from './retrying.ts';

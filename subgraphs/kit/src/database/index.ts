export type { Database } from './database.ts';
export { databaseFailure } from './database-failure.ts';
export type { DatabaseFailure } from './database-failure.ts';
export type { DatabaseOptions, Dialect, DialectName } from './dialect.ts';
export { dialectOf, dialects } from './dialects.ts';
export { openDatabase } from './open-database.ts';

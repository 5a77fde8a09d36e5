export type { Database } from './database.ts';
export { databaseFailure } from './database-failure.ts';
export type { DatabaseFailure } from './database-failure.ts';
export type { DatabaseOptions, DialectName } from './dialect.ts';
export { dialectOf } from './dialects.ts';
export { openDatabase } from './open-database.ts';

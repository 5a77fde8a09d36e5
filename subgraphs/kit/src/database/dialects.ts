import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { mysql } from './mysql.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

/** All databases that the kit speaks to. */
export const dialects: readonly Dialect[] = [sqlite, postgres, mysql];

/** The dialect of an open database. */
export function dialectOf(database: Database): Dialect {
  const driver: unknown = database.client.driverName;
  const dialect = dialects.find((candidate) => candidate.driver === driver);
  if (dialect === undefined)
    throw new TypeError(`The kit does not know the database driver ${String(driver)}.`);
  return dialect;
}

import type { Knex } from 'knex';

export type DialectName = 'sqlite' | 'postgres' | 'mysql';

export interface DatabaseOptions {
  /** The most connections that are open at once; SQLite always has one. */
  readonly poolSize?: number;
  /** How long one statement may run; SQLite waits that long for a lock instead. */
  readonly statementTimeoutMilliseconds?: number;
  /** How long a request waits for a connection before it answers DATABASE_UNAVAILABLE. */
  readonly acquireTimeoutMilliseconds?: number;
}

/** What differs between databases. A family of small files with this signature. */
export interface Dialect {
  readonly name: DialectName;
  /** The schemes of the URLs that it takes, with the colon. */
  readonly schemes: readonly string[];
  /** The npm package with its driver. */
  readonly driver: string;
  /** knex's module for it. */
  readonly client: string;
  /** The most values that are bound to one statement. */
  readonly parameterLimit: number;
  readonly configuration: (url: string, options: Required<DatabaseOptions>) => Knex.Config;
  /** A value as the driver has to bind it, so that what is written alike is read alike. */
  readonly binding?: (value: unknown) => unknown;
}

import type { Knex } from 'knex';

/** A connection pool over SQLite, PostgreSQL or MariaDB/MySQL. */
export type Database = Knex;

/** How long the database may take. */
export interface DatabaseTimes {
  /** For one statement; what takes longer fails. */
  readonly statementMilliseconds: number;
  /** For a connection. */
  readonly connectMilliseconds: number;
}

/** What differs between databases. A family of small files with this signature. */
export interface Dialect {
  /** The schemes of the URLs that it takes, with the colon. */
  readonly schemes: readonly string[];
  /** The npm package with its driver. */
  readonly driver: string;
  /** @throws if the URL names no database. */
  readonly configuration: (url: string, times: DatabaseTimes) => Knex.Config;
  /**
   * Waits until no other process brings the database to its schema, inside a transaction. A process that dies
   * leaves no lock behind.
   *
   * @returns what gives the lock back, where the end of the transaction doesn't
   */
  readonly lockSchema: (transaction: Knex.Transaction) => Promise<() => Promise<void>>;
}

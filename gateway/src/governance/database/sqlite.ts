import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Knex } from 'knex';

import type { Dialect } from './dialect.ts';

interface SqliteConnection {
  pragma(text: string): unknown;
}

/**
 * The driver blocks the whole process while it waits for a lock, so it waits briefly, and `retrying` waits
 * again without blocking.
 */
const lockMilliseconds = 50;

/** The embedded default: one file, made with its folder where there is none. */
export const sqlite: Dialect = {
  schemes: ['sqlite:'],
  driver: 'better-sqlite3',
  configuration: (url) => ({
    connection: { filename: madeFile(url) },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: prepare },
  }),
  async lockSchema(transaction) {
    // The cheapest write there is: it takes the lock of writers, and the transaction's end gives it back.
    await transaction.raw('pragma user_version = 1');
    return async () => {};
  },
};

function madeFile(url: string): string {
  const file = decodeURIComponent(url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, ''));
  if (file === '') throw new TypeError('The URL names no file.');
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

const prepare: NonNullable<Knex.PoolConfig['afterCreate']> = (
  connection: SqliteConnection,
  done: (error: unknown, connection: unknown) => void,
) => {
  try {
    connection.pragma(`busy_timeout = ${lockMilliseconds}`);
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    done(null, connection);
  } catch (error) {
    done(error, connection);
  }
};

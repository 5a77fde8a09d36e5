import type { Knex } from 'knex';

import type { DatabaseOptions, Dialect } from './dialect.ts';
import { isoTimestamp, looksLikeTimestamp } from './timestamp.ts';

interface SqliteConnection {
  pragma(text: string): unknown;
}

/**
 * The embedded default. Write-ahead logging lets the subgraph read while a seed or a migration writes
 * (https://www.sqlite.org/wal.html).
 */
export const sqlite: Dialect = {
  name: 'sqlite',
  schemes: ['sqlite:'],
  driver: 'better-sqlite3',
  client: 'knex/lib/dialects/better-sqlite3/index.js',
  // SQLITE_MAX_VARIABLE_NUMBER is 32766 (https://www.sqlite.org/limits.html).
  parameterLimit: 32_000,
  configuration: (url, options) => ({
    connection: { filename: fileOf(url) },
    useNullAsDefault: true,
    pool: { min: 1, max: 1, afterCreate: prepare(options) },
    postProcessResponse: (response: unknown) => {
      if (Array.isArray(response)) response.forEach(normaliseRow);
      else normaliseRow(response);
      return response;
    },
  }),
  binding: (value) => (value instanceof Date ? isoTimestamp(value.toISOString()) : value),
};

function fileOf(url: string): string {
  return decodeURIComponent(url.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, ''));
}

function prepare(options: Required<DatabaseOptions>): NonNullable<Knex.PoolConfig['afterCreate']> {
  return (connection: SqliteConnection, done: (error: unknown, connection: unknown) => void) => {
    try {
      connection.pragma(`busy_timeout = ${options.statementTimeoutMilliseconds}`);
      connection.pragma('journal_mode = WAL');
      connection.pragma('foreign_keys = ON');
      done(null, connection);
    } catch (error) {
      done(error, connection);
    }
  };
}

function normaliseRow(row: unknown): void {
  if (typeof row !== 'object' || row === null) return;
  const record = row as Record<string, unknown>;
  for (const column in record) {
    const value = record[column];
    if (typeof value === 'string' && looksLikeTimestamp(value)) record[column] = isoTimestamp(value);
  }
}

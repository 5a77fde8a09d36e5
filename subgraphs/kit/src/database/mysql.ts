import type { Knex } from 'knex';

import type { DatabaseOptions, Dialect } from './dialect.ts';
import { blankSeparated, isoTimestamp } from './timestamp.ts';

interface MysqlField {
  readonly type: string;
  string(): string | null;
}

interface MysqlConnection {
  query(sql: string, done: (error: unknown) => void): void;
}

/** MariaDB and MySQL. */
export const mysql: Dialect = {
  name: 'mysql',
  schemes: ['mysql:', 'mariadb:'],
  driver: 'mysql2',
  client: 'knex/lib/dialects/mysql2/index.js',
  // As for prepared statements, whose parameters are counted in sixteen bits.
  parameterLimit: 65_000,
  configuration: (url, options) => ({
    connection: {
      ...placeOf(url),
      charset: 'utf8mb4',
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
      connectTimeout: options.acquireTimeoutMilliseconds,
      typeCast: readField,
    },
    pool: { min: 0, max: options.poolSize, afterCreate: prepare(options) },
  }),
  binding: blankSeparated,
};

function placeOf(url: string): Knex.MySql2ConnectionConfig {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

function readField(field: MysqlField, next: () => unknown): unknown {
  if (field.type !== 'DATETIME' && field.type !== 'TIMESTAMP') return next();
  const text = field.string();
  return text === null ? null : isoTimestamp(text);
}

/** MariaDB bounds a statement by max_statement_time in seconds, MySQL by max_execution_time in milliseconds. */
function prepare(options: Required<DatabaseOptions>): NonNullable<Knex.PoolConfig['afterCreate']> {
  const milliseconds = options.statementTimeoutMilliseconds;
  return (connection: MysqlConnection, done: (error: unknown, connection: unknown) => void) => {
    const finish = (error: unknown): void => done(error, connection);
    const mariadb = `set time_zone = '+00:00', max_statement_time = ${milliseconds / 1000}`;
    const oracle = `set time_zone = '+00:00', max_execution_time = ${milliseconds}`;
    connection.query(mariadb, (refused) => {
      if (refused) connection.query(oracle, finish);
      else finish(null);
    });
  };
}

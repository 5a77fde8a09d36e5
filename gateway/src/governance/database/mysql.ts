import type { Knex } from 'knex';

import type { DatabaseTimes, Dialect } from './dialect.ts';

interface MysqlConnection {
  query(sql: string, done: (error: unknown) => void): void;
}

/** The lock's name is the whole server's, so it holds the database's. */
const lockName = "sha1(concat(database(), '/resident-graph-governance'))";

/** MariaDB and MySQL. */
export const mysql: Dialect = {
  schemes: ['mysql:', 'mariadb:'],
  driver: 'mysql2',
  configuration: (url, times) => ({
    connection: { ...placeOf(url), charset: 'utf8mb4', connectTimeout: times.connectMilliseconds },
    pool: { min: 0, max: 10, afterCreate: prepare(times) },
  }),
  async lockSchema(transaction) {
    // Statements that change a schema end the transaction, so the lock is the session's.
    const [[row]] = (await transaction.raw(`select get_lock(${lockName}, 30) as taken`)) as [
      { readonly taken: number | null }[],
    ];
    if (row?.taken !== 1) throw new Error('Another process holds the lock of the schema.');
    return async () => {
      await transaction.raw(`select release_lock(${lockName})`);
    };
  },
};

function placeOf(url: string): Knex.MySql2ConnectionConfig {
  const { hostname, port, username, password, pathname } = new URL(url);
  if (pathname.length <= 1) throw new TypeError('The URL names no database.');
  return {
    host: hostname,
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** MariaDB bounds a statement by max_statement_time in seconds, MySQL by max_execution_time in milliseconds. */
function prepare({ statementMilliseconds }: DatabaseTimes): NonNullable<Knex.PoolConfig['afterCreate']> {
  return (connection: MysqlConnection, done: (error: unknown, connection: unknown) => void) => {
    const finish = (error: unknown): void => done(error, connection);
    connection.query(`set max_statement_time = ${statementMilliseconds / 1000}`, (refused) => {
      if (refused) connection.query(`set max_execution_time = ${statementMilliseconds}`, finish);
      else finish(null);
    });
  };
}

import type { Dialect } from './dialect.ts';

/** Any number that nothing else locks by. */
const schemaLock = 7_360_412_288;

export const postgres: Dialect = {
  schemes: ['postgres:', 'postgresql:'],
  driver: 'pg',
  configuration: (url, { statementMilliseconds, connectMilliseconds }) => {
    requireName(url);
    return {
      connection: {
        connectionString: url,
        statement_timeout: statementMilliseconds,
        // For a server that has gone silent and so cannot keep its own limit.
        query_timeout: statementMilliseconds + 500,
        connectionTimeoutMillis: connectMilliseconds,
        keepAlive: true,
      },
      pool: { min: 0, max: 10 },
    };
  },
  async lockSchema(transaction) {
    await transaction.raw('select pg_advisory_xact_lock(?)', [schemaLock]);
    return async () => {};
  },
};

function requireName(url: string): void {
  if (new URL(url).pathname.length <= 1) throw new TypeError('The URL names no database.');
}

import type { Dialect } from './dialect.ts';
import { isoTimestamp } from './timestamp.ts';

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;
const asNumberWhereExact: Parse = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);

/**
 * How a value of a type is read, by the type's object identifier (PostgreSQL's pg_type.dat). Given to each
 * connection and not to the driver, which other code in the process may use in its own way.
 */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [16, (text) => text === 't'],
  [20, asNumberWhereExact],
  [21, Number],
  [23, Number],
  [26, Number],
  [700, Number],
  [701, Number],
  [1082, asText],
  [1114, isoTimestamp],
  [1184, isoTimestamp],
]);

const types = {
  getTypeParser: (type: number, format?: string): Parse =>
    format === 'binary' ? asText : (parsers.get(type) ?? asText),
};

export const postgres: Dialect = {
  name: 'postgres',
  schemes: ['postgres:', 'postgresql:'],
  driver: 'pg',
  client: 'knex/lib/dialects/postgres/index.js',
  // The protocol counts parameters in sixteen bits.
  parameterLimit: 65_000,
  configuration: (url, options) => ({
    connection: {
      connectionString: url,
      types,
      statement_timeout: options.statementTimeoutMilliseconds,
      // For a server that has gone silent and so cannot keep its own limit.
      query_timeout: options.statementTimeoutMilliseconds + 1_000,
      connectionTimeoutMillis: options.acquireTimeoutMilliseconds,
      options: '-c timezone=UTC -c datestyle=ISO',
      keepAlive: true,
    },
    pool: { min: 0, max: options.poolSize },
  }),
};

import { createRequire } from 'node:module';

import type { knex as Knex } from 'knex';

import { failure } from '../../errors/index.ts';
import type { Database, DatabaseTimes, Dialect } from './dialect.ts';
import { mysql } from './mysql.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

const load = createRequire(import.meta.url);

const dialects: readonly Dialect[] = [sqlite, postgres, mysql];

/** Decisions wait for facts, and a caller gives up long before a minute. */
const usualTimes: DatabaseTimes = { statementMilliseconds: 2000, connectMilliseconds: 2000 };

/** An open database and what differs between databases. */
export interface OpenedDatabase {
  readonly database: Database;
  readonly dialect: Dialect;
}

/**
 * Opens a database by its URL; nothing is connected before the first statement, and a database that was down is
 * used again as soon as it is back.
 *
 * @param given - how long the database may take, where that is not 2 seconds
 *
 * @example openDatabase('sqlite:.data/governance.sqlite')
 * @example openDatabase('postgres://governance@db.example/governance')
 * @throws Failure GOVERNANCE_UNUSABLE if the scheme is unknown, the URL malformed or the driver not installed.
 */
export function openDatabase(url: string, given: Partial<DatabaseTimes> = {}): OpenedDatabase {
  const times = { ...usualTimes, ...given };
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase() ?? '';
  const dialect = dialects.find(({ schemes }) => schemes.includes(scheme));
  if (dialect === undefined) throw unusable(`The scheme "${scheme}" of the address is none that is known.`);
  try {
    // It takes a while to load, and a gateway without a database does without it.
    const knex = load('knex') as typeof Knex;
    const database = knex({
      ...dialect.configuration(url, times),
      client: dialect.driver,
      acquireConnectionTimeout: times.connectMilliseconds,
      // What is bound to a statement is about residents and must not stand in an error's message.
      compileSqlOnError: false,
      log: silent,
    });
    return { database, dialect };
  } catch (thrown) {
    throw unusable(`The address cannot be used, or the driver ${dialect.driver} is not installed.`, thrown);
  }
}

const ignore = (): void => undefined;
const silent = { warn: ignore, error: ignore, debug: ignore, deprecate: ignore };

function unusable(message: string, cause?: unknown): Error {
  return failure('GOVERNANCE_UNUSABLE', { message, place: 'governance.database', cause });
}

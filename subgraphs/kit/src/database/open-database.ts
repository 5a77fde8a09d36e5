import knex from 'knex';

import { ConfigurationError } from '../errors/index.ts';
import { bindingClient } from './binding-client.ts';
import type { Database } from './database.ts';
import type { DatabaseOptions, Dialect } from './dialect.ts';
import { dialects } from './dialects.ts';
import { requireDriver } from './require-driver.ts';

const defaults: Required<DatabaseOptions> = {
  poolSize: 10,
  statementTimeoutMilliseconds: 5_000,
  acquireTimeoutMilliseconds: 5_000,
};

/**
 * Opens a database by its URL; nothing is connected before the first statement, and a database that was down
 * is used again as soon as it is back.
 *
 * Rows come back alike on every dialect: dates as 'YYYY-MM-DD', timestamps as RFC 3339 in UTC, decimals as
 * text or numbers that the scalar Decimal prints alike.
 *
 * @example openDatabase('sqlite:/var/lib/housing.sqlite')
 * @example openDatabase('postgres://reader@db.example/housing', { poolSize: 20 })
 * @throws ConfigurationError when the scheme is unknown, the URL malformed or the driver not installed.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const dialect = dialectFor(url);
  requireDriver(dialect.driver);
  const settings = { ...defaults, ...options };
  const configuration = configurationOf(dialect, url, settings);
  return knex({
    ...configuration,
    client: bindingClient(dialect),
    acquireConnectionTimeout: settings.acquireTimeoutMilliseconds,
    // Values that are bound to a statement are personal data and must not stand in an error's message.
    compileSqlOnError: false,
    log: silent,
  });
}

const ignore = (): void => undefined;
const silent = { warn: ignore, error: ignore, debug: ignore, deprecate: ignore };

function dialectFor(url: string): Dialect {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase() ?? '';
  const dialect = dialects.find(({ schemes }) => schemes.includes(scheme));
  if (dialect !== undefined) return dialect;
  throw new ConfigurationError({
    place: 'database URL',
    message: scheme === '' ? 'it has no scheme.' : `its scheme "${scheme}" is unknown.`,
    remedy: `Use one of ${dialects.flatMap(({ schemes }) => schemes).join(', ')} as in sqlite:/path/file.sqlite or postgres://user@host/database`,
  });
}

function configurationOf(
  dialect: Dialect,
  url: string,
  settings: Required<DatabaseOptions>,
): knex.Knex.Config {
  if (namesDatabase(dialect, url)) return dialect.configuration(url, settings);
  throw new ConfigurationError({
    place: 'database URL',
    message: `what follows ${dialect.schemes[0]} names no database.`,
    remedy:
      'Write sqlite:/path/file.sqlite, postgres://user@host/database or mysql://user@host/database, and a percent sign as %25',
  });
}

function namesDatabase({ name }: Dialect, url: string): boolean {
  if (!isDecodable(url)) return false;
  if (name === 'sqlite') return url.length > 'sqlite:'.length;
  if (!URL.canParse(url)) return false;
  const { hostname, pathname, searchParams } = new URL(url);
  return pathname.length > 1 && (hostname !== '' || searchParams.has('host'));
}

/** Whether every % begins an encoded character. */
function isDecodable(url: string): boolean {
  try {
    return decodeURIComponent(url) !== '';
  } catch {
    return false;
  }
}

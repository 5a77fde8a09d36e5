/** What went wrong at a database, as far as it concerns whoever must act. */
export interface DatabaseFailure {
  readonly kind: 'unavailable' | 'timeout' | 'mistake';
  /** The driver's code, such as 57014, ER_NO_SUCH_TABLE or SQLITE_BUSY. */
  readonly code: string;
  /** The column or table that the database does not know. */
  readonly unknownName?: string;
}

const unavailable = codes(
  'ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH',
  // PostgreSQL, appendix A: class 08, too many connections, shutting down, starting up; wrong password and database.
  '08000 08001 08003 08004 08006 53300 57P01 57P02 57P03 28000 28P01 3D000',
  'PROTOCOL_CONNECTION_LOST ER_CON_COUNT_ERROR ER_SERVER_SHUTDOWN ER_ACCESS_DENIED_ERROR ER_BAD_DB_ERROR',
  'SQLITE_CANTOPEN SQLITE_NOTADB SQLITE_CORRUPT SQLITE_IOERR SQLITE_FULL SQLITE_READONLY',
  'KnexTimeoutError',
);

const timeout = codes(
  '57014 55P03',
  'ER_1969 ER_STATEMENT_TIMEOUT ER_QUERY_TIMEOUT ER_QUERY_INTERRUPTED ER_LOCK_WAIT_TIMEOUT PROTOCOL_SEQUENCE_TIMEOUT',
  'SQLITE_BUSY SQLITE_LOCKED SQLITE_INTERRUPT',
);

function codes(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/** The beginnings of texts that come without a code, after knex's own part. */
const lost =
  /^(?:.* - )?(?:Connection terminated|Query read timeout|timeout expired|Client has encountered a connection error|Cannot open database because)/;

const drivers = /^(SQLITE_|ER_|PROTOCOL_|[0-9A-Z]{5}$)/;

/** Texts with which databases name what they do not know; nothing else of a driver's text is ever used. */
const unknownNames = [
  /no such (?:column|table): ([\w.]+)$/,
  /(?:column|relation) "?([\w.]+)"? does not exist$/,
  /Unknown column '([\w.]+)' in/,
  /Table '([\w.-]+)' doesn't exist$/,
];

/**
 * Reads an error as a database's, or answers null. Goes by `code` and not by class: driver errors of another
 * realm are no instances of Error.
 */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  const code = codeOf(error);
  if (code === null) return null;
  const family = code.replace(/^(SQLITE_[A-Z]+)_.*$/, '$1');
  if (unavailable.has(code) || unavailable.has(family)) return { kind: 'unavailable', code };
  if (timeout.has(code) || timeout.has(family)) return { kind: 'timeout', code };
  if (!drivers.test(code)) return lostConnection(error);
  return { kind: 'mistake', code, ...unknownNameOf(error) };
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if (textOf(error, 'name') === 'KnexTimeoutError') return 'KnexTimeoutError';
  const errno: unknown = Reflect.get(error, 'errno');
  // mysql2 knows no names for MariaDB's own numbers.
  const numbered = typeof errno === 'number' ? `ER_${errno}` : null;
  return textOf(error, 'code') ?? numbered ?? lostConnection(error)?.code ?? null;
}

/** pg reports a connection that broke, and better-sqlite3 a folder that is missing, by text alone. */
function lostConnection(error: unknown): DatabaseFailure | null {
  const text = typeof error === 'object' && error !== null ? textOf(error, 'message') : null;
  return text !== null && lost.test(text) ? { kind: 'unavailable', code: 'CONNECTION_LOST' } : null;
}

function unknownNameOf(error: unknown): { readonly unknownName?: string } {
  const text = textOf(error as object, 'message') ?? '';
  const name = unknownNames.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined);
  return name === undefined ? {} : { unknownName: name };
}

function textOf(value: object, property: string): string | null {
  const text: unknown = Reflect.get(value, property);
  return typeof text === 'string' ? text : null;
}

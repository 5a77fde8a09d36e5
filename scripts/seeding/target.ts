import { openDatabase, type Database } from '@resident-graph/subgraph-kit';

const statementTimeoutMilliseconds = 600_000;

/** A database to be filled, with what a person would have to delete to begin anew. */
export interface Target {
  readonly database: Database;
  readonly place: string;
  /** Closes the database, if it was opened here. */
  readonly close: () => Promise<void>;
}

/** Opens the database of a URL; one that is open already is used and left open. */
export function openTarget(given: string | Database): Target {
  if (typeof given !== 'string')
    return { database: given, place: 'its tables', close: () => Promise.resolve() };
  const database = openDatabase(given, { poolSize: 1, statementTimeoutMilliseconds });
  return { database, place: placeOf(given), close: () => database.destroy() };
}

/** Names file or database only: the rest of a URL may hold a password. */
function placeOf(url: string): string {
  const { protocol, pathname } = new URL(url);
  return protocol === 'sqlite:'
    ? `the file ${decodeURIComponent(pathname)}`
    : `the tables of the database ${pathname.slice(1)}`;
}

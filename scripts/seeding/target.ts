import { openDatabase, type Database } from '@resident-graph/subgraph-kit';

const statementTimeoutMilliseconds = 600_000;
const cacheKibibytes = 64_000;
const pagesBetweenCheckpoints = 20_000;

/** A database to be filled, with what a person would have to delete to begin anew. */
export interface Target {
  readonly database: Database;
  readonly place: string;
  /** Makes the connection fit for writing much. */
  readonly prepare: () => Promise<void>;
  /** Closes the database, if it was opened here. */
  readonly close: () => Promise<void>;
}

/** Opens the database of a URL; one that is open already is used as it is and left open. */
export function openTarget(given: string | Database): Target {
  if (typeof given !== 'string')
    return { database: given, place: 'its tables', prepare: nothing, close: nothing };
  const database = openDatabase(given, { poolSize: 1, statementTimeoutMilliseconds });
  return {
    database,
    place: placeOf(given),
    prepare: given.startsWith('sqlite:') ? () => prepareFile(database) : nothing,
    close: () => database.destroy(),
  };
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * Rows come in the order of households, index entries in any: with a small cache SQLite would write each page
 * many times. Synchronised at checkpoints only, which a killed process does not notice.
 */
async function prepareFile(database: Database): Promise<void> {
  await database.raw(`pragma cache_size = -${cacheKibibytes}`);
  await database.raw('pragma synchronous = normal');
  await database.raw(`pragma wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
}

/** Names file or database only: the rest of a URL may hold a password. */
function placeOf(url: string): string {
  const { protocol, pathname } = new URL(url);
  return protocol === 'sqlite:'
    ? `the file ${decodeURIComponent(pathname)}`
    : `the tables of the database ${pathname.slice(1)}`;
}

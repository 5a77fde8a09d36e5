import DataLoader from 'dataloader';

import type { Database } from '../database/index.ts';
import { rowByKey, rowsByKey } from '../loaders/index.ts';

/** The crosswalk of this agency, both ways. No other agency's identifiers are in it. */
export interface ResidentLinks {
  /** All local ids of a resident; none where the agency does not know the resident. */
  readonly localIds: DataLoader<string, readonly string[]>;
  /** The resident of a local id; null where it is not linked. */
  readonly residentIds: DataLoader<string, string | null>;
}

interface LinkRow {
  readonly resident_id: string;
  readonly local_id: string;
}

const table = 'resident_links';

/** The crosswalk for one request: each direction one statement per wave. */
export function residentLinks(database: Database): ResidentLinks {
  const byResident = rowsByKey<LinkRow, string>(database, {
    table,
    key: 'resident_id',
    orderBy: [{ column: 'local_id', order: 'asc' }],
  });
  const byLocalId = rowByKey<LinkRow, string>(database, { table, key: 'local_id' });
  return {
    localIds: through(byResident, (rows) => rows.map((row) => row.local_id)),
    residentIds: through(byLocalId, (row) => row?.resident_id ?? null),
  };
}

function through<Source, Value>(
  loader: DataLoader<string, Source>,
  read: (source: Source) => Value,
): DataLoader<string, Value> {
  return new DataLoader(async (ids) => {
    const sources = await loader.loadMany([...ids]);
    return sources.map((source) => (isError(source) ? source : read(source)));
  });
}

function isError(value: unknown): value is Error {
  return value instanceof Error;
}

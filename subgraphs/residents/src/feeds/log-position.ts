import type { Database } from '@resident-graph/subgraph-kit';

/** The log of the index, and its last entry; entries up to it are all there, as they are entered one at a time. */
export interface LogPosition {
  readonly feed: string;
  readonly last: number;
}

export async function readLogPosition(database: Database): Promise<LogPosition> {
  const [named, clock] = await Promise.all([
    database<{ feed: string }>('index_feed').first('feed'),
    database<{ sequence: number | string }>('index_clock').first('sequence'),
  ]);
  return { feed: named?.feed ?? '', last: Number(clock?.sequence ?? 0) };
}

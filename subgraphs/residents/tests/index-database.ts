import { migrate } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { executeOperation } from '@resident-graph/subgraph-kit/testing';
import type { OpenTestDatabase, OperationAnswer } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../src/index.ts';
import { seedIndex } from './seed.ts';

/** An index that is filled, and how to ask it. */
export interface FilledIndex {
  readonly database: Database;
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<OperationAnswer>;
}

export async function fillIndex(open: OpenTestDatabase): Promise<FilledIndex> {
  const database = await open();
  await migrate(residents, database);
  await seedIndex(database);
  return {
    database,
    ask: (query, variables = {}) => executeOperation(residents, database, { query, variables }),
  };
}

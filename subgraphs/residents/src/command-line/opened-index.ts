import type { Database } from '@resident-graph/subgraph-kit';

import { IndexRefusal, MasterIndex, createCurrentMatcher } from '../master-index/index.ts';
import { ReviewDesk } from '../review/index.ts';
import { refusalMessages } from './refusal-messages.ts';

/** The index and the desk over a database. */
export interface OpenedIndex {
  readonly database: Database;
  readonly index: MasterIndex;
  readonly desk: ReviewDesk;
}

export function openIndex(database: Database): OpenedIndex {
  const index = new MasterIndex(database, createCurrentMatcher());
  return { database, index, desk: new ReviewDesk(database, index) };
}

/** @throws Error that says what to do, where the index refuses */
export async function explained<Given>(command: () => Promise<Given>): Promise<Given> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof IndexRefusal) throw new Error(refusalMessages[error.reason], { cause: error });
    throw error;
  }
}

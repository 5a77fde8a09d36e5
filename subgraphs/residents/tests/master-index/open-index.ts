import { migrate, type Database } from '@resident-graph/subgraph-kit';
import type { OpenTestDatabase } from '@resident-graph/subgraph-kit/testing';

import { residents } from '../../src/index.ts';
import { MasterIndex, type IndexEvent, type Match, type Matcher } from '../../src/master-index/index.ts';

/** An index over a database, with what tests ask of it. */
export interface TestIndex {
  readonly database: Database;
  readonly index: MasterIndex;
  /** The resident to whom a record is linked. */
  readonly residentOf: (record: string) => Promise<string>;
  /** Where an id leads today. */
  readonly resolve: (resident: string) => Promise<{ readonly id: string; readonly status: string }>;
  readonly questions: () => Promise<readonly string[]>;
}

export const person = { actor: 'caseworker-1', reason: 'Said so at the counter.' };

/** Two records are of one person where their letters are the same; letters that differ in case only are possible. */
function matcherOfLetters(): Matcher {
  return {
    find: async (transaction, id, letters) => {
      const rows: readonly { id: string; person: string }[] = await transaction('local_records').whereNot({
        id,
      });
      return rows.flatMap((row) => matchOf(row, letters));
    },
  };
}

function matchOf(row: { readonly id: string; readonly person: string }, letters: string): readonly Match[] {
  if (row.person === letters) return [{ record: row.id, weight: 20, decision: 'link' }];
  if (row.person.toLowerCase() === letters.toLowerCase())
    return [{ record: row.id, weight: 2, decision: 'review' }];
  return [{ record: row.id, weight: -20, decision: 'apart' }];
}

export async function openIndex(open: OpenTestDatabase): Promise<TestIndex> {
  const database = await open();
  await migrate(residents, database);
  return indexOver(database);
}

export function indexOver(database: Database): TestIndex {
  const index = new MasterIndex(database, matcherOfLetters());
  return {
    database,
    index,
    residentOf: async (record) => {
      const row = await database('record_links')
        .where({ record_id: record })
        .whereNull('until_sequence')
        .first();
      return row.resident_id;
    },
    resolve: async (resident) => {
      const row = await database('residents').where({ id: resident }).first('id', 'status', 'replaced_by');
      if (row.status !== 'MERGED') return { id: row.id, status: row.status };
      return database('residents').where({ id: row.replaced_by }).first('id', 'status');
    },
    questions: async () => {
      const rows: readonly { kind: string; record_id: string }[] =
        await database('review_items').orderBy('id');
      return rows.map(({ kind, record_id }) => `${kind} ${record_id}`);
    },
  };
}

/** The number of an event that must have happened. */
export function numberOf(event: IndexEvent | null): number {
  if (event === null) throw new Error('Nothing was changed.');
  return event.sequence;
}

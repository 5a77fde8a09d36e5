import type { Database } from '@resident-graph/subgraph-kit';

import { RecordTable, cluster, decideRecords, scoreRecords, type PersonRecord } from '../linkage/index.ts';
import type { LocalRecord } from './commands/index.ts';
import { reviewKey } from './changes.ts';
import { IndexStore } from './index-store.ts';
import { keepKeys } from './record-keys.ts';
import { keepModel } from './models.ts';
import { issueResidentId } from './resident-id.ts';

const groupsPerEvent = 200;

/** A record of which nothing is in the index yet, and what linkage compares of it. */
export interface NewRecord extends Omit<LocalRecord, 'person'> {
  readonly person: PersonRecord;
}

/**
 * Fills an empty index.
 *
 * 1. A model is fitted to the records and kept, and from now on weighs single records too.
 * 2. Records that the policy links are one resident; what is possible between two residents becomes a question.
 * 3. The log has one entry for some hundred residents, each as if its records had come one by one.
 *
 * Gives the version of the model.
 *
 * @throws RangeError where the index has records already: they come one by one.
 */
export async function bulkLoad(database: Database, records: readonly NewRecord[]): Promise<number> {
  if ((await database('local_records').first('id')) !== undefined)
    throw new RangeError('The index is not empty.');
  const table = new RecordTable(records.length);
  for (const { person } of records) table.add(person);
  const scored = scoreRecords(table);
  const decisions = decideRecords(scored);
  const { edges, scorer, model } = scored;
  const linked = decisions.flatMap((decision, edge) => (decision === 'link' ? [edge] : []));
  const groups = cluster(
    table.count,
    {
      count: linked.length,
      ones: Uint32Array.from(linked, (edge) => edges.ones[edge]!),
      others: Uint32Array.from(linked, (edge) => edges.others[edge]!),
      weights: Float32Array.from(linked, (edge) => edges.weights[edge]!),
    },
    { leastWeight: 0, guard: 0, weight: scorer.weight },
  );
  const version = await keepModel(database, model, 'ACTIVE');
  const residents = await writeGroups(database, records, groups);
  const questions = new Map<string, readonly [record: string, resident: string]>();
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (decisions[edge] === 'apart') continue;
    const [one, other] = [edges.ones[edge]!, edges.others[edge]!];
    const [group, groupOfOther] = [groups[one]!, groups[other]!].sort((left, right) => left - right) as [
      number,
      number,
    ];
    if (group === groupOfOther) continue;
    questions.set(`${group} ${groupOfOther}`, [records[groupOfOther]!.id, residents.get(group)!]);
  }
  await writeQuestions(database, [...questions.values()]);
  return version;
}

const act = { type: 'LOAD', actor: 'machine', reason: 'The index was filled.', undoes: null } as const;

async function writeGroups(
  database: Database,
  records: readonly NewRecord[],
  groups: Uint32Array,
): Promise<ReadonlyMap<number, string>> {
  const members = new Map<number, NewRecord[]>();
  for (const [at, record] of records.entries()) {
    const group = members.get(groups[at]!);
    if (group === undefined) members.set(groups[at]!, [record]);
    else group.push(record);
  }
  const residents = new Map([...members.keys()].map((group) => [group, issueResidentId()]));
  const all = [...members];
  for (let from = 0; from < all.length; from += groupsPerEvent) {
    // oxlint-disable-next-line no-await-in-loop
    await IndexStore.write(database, act, async (store) => {
      for (const [group, own] of all.slice(from, from + groupsPerEvent)) {
        // oxlint-disable-next-line no-await-in-loop
        await writeResident(store, residents.get(group)!, own);
      }
    });
  }
  return residents;
}

async function writeResident(
  store: IndexStore,
  resident: string,
  records: readonly NewRecord[],
): Promise<void> {
  await store.set('resident', resident, { status: 'ACTIVE', replacedBy: null });
  for (const { id, source, person } of records) {
    // oxlint-disable-next-line no-await-in-loop
    await store.set('record', id, { source, person: JSON.stringify(person), isActive: true });
    // oxlint-disable-next-line no-await-in-loop
    await store.set('link', id, { resident, method: 'AUTO' });
    // oxlint-disable-next-line no-await-in-loop
    await store.using((transaction) => keepKeys(transaction, id, person));
  }
}

async function writeQuestions(
  database: Database,
  questions: readonly (readonly [record: string, resident: string])[],
): Promise<void> {
  await IndexStore.write(database, act, async (store) => {
    for (const [record, resident] of questions) {
      const question = { kind: 'POSSIBLE_MATCH', record, resident } as const;
      // oxlint-disable-next-line no-await-in-loop
      await store.set('review', reviewKey(question), { ...question, status: 'OPEN' });
    }
  });
}

import type { Database, Knex } from '@resident-graph/subgraph-kit';

import {
  RecordTable,
  cluster,
  contradictionsOf,
  decideRecords,
  personComparisons,
  scoreRecords,
  type PersonRecord,
} from '../linkage/index.ts';
import { askOfMatch, type LocalRecord } from './commands/index.ts';
import { IndexStore } from './index-store.ts';
import { keepKeys } from './record-keys.ts';
import { keepModel } from './models.ts';
import { personText } from './person-text.ts';
import { issueResidentId } from './resident-id.ts';

const groupsPerEvent = 200;

const contradicts = contradictionsOf(personComparisons);

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
 * 4. All of it is one transaction: a load that is killed or fails leaves nothing, and is begun anew.
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
  const questions = new Map<string, Question>();
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (decisions[edge] === 'apart') continue;
    const [one, other] = [edges.ones[edge]!, edges.others[edge]!];
    const [group, groupOfOther] = [groups[one]!, groups[other]!].sort((left, right) => left - right) as [
      number,
      number,
    ];
    if (group === groupOfOther) continue;
    const weight = edges.weights[edge]!;
    const [mine, theirs] = groups[one] === groupOfOther ? [one, other] : [other, one];
    const before = questions.get(`${group} ${groupOfOther}`);
    if (before !== undefined && before.weight >= weight) continue;
    const isContradicted = contradicts(scorer.levels(one, other));
    const question = { record: records[mine]!.id, other: records[theirs]!.id, group, weight, isContradicted };
    questions.set(`${group} ${groupOfOther}`, question);
  }
  return database.transaction(async (transaction) => {
    const version = await keepModel(transaction, model, 'ACTIVE');
    const residents = await writeGroups(transaction, records, groups);
    await writeQuestions(transaction, [...questions.values()], residents);
    return version;
  });
}

/** A record that may be of the resident of another group of records. */
interface Question {
  readonly record: string;
  readonly other: string;
  readonly group: number;
  /** In bits. */
  readonly weight: number;
  readonly isContradicted: boolean;
}

const act = {
  type: 'LOAD',
  actor: 'machine',
  reason: 'The index was filled.',
  purpose: null,
  undoes: null,
} as const;

async function writeGroups(
  transaction: Knex.Transaction,
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
    await IndexStore.writeIn(transaction, act, async (store) => {
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
    await store.setRecord(id, { source, person: personText(person) });
    // oxlint-disable-next-line no-await-in-loop
    await store.set('link', id, { resident, method: 'AUTO' });
    // oxlint-disable-next-line no-await-in-loop
    await store.using((transaction) => keepKeys(transaction, id, person));
  }
}

async function writeQuestions(
  transaction: Knex.Transaction,
  questions: readonly Question[],
  residents: ReadonlyMap<number, string>,
): Promise<void> {
  for (let from = 0; from < questions.length; from += groupsPerEvent) {
    // oxlint-disable-next-line no-await-in-loop
    await IndexStore.writeIn(transaction, act, async (store) => {
      for (const { group, weight, ...found } of questions.slice(from, from + groupsPerEvent)) {
        const resident = residents.get(group)!;
        // oxlint-disable-next-line no-await-in-loop
        await askOfMatch(store, { ...found, resident, weight, decision: 'review' });
      }
    });
  }
}

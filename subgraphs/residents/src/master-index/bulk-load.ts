import type { Database, Knex } from '@resident-graph/subgraph-kit';

import {
  RecordTable,
  cluster,
  contradictionsOf,
  decideRecords,
  personComparisons,
  scoreRecords,
  type Decision,
  type Scored,
} from '../linkage/index.ts';
import { askOfMatch } from './commands/index.ts';
import { IndexStore } from './index-store.ts';
import { keepModel } from './models.ts';
import type { NewRecord } from './new-record.ts';
import { issueResidentId } from './resident-id.ts';
import { writeResidents } from './write-residents.ts';

const questionsPerEvent = 200;
const rowsPerStatement = 100;

const contradicts = contradictionsOf(personComparisons);

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
  const groups = groupsOf(table, scored, decisions);
  const residents = residentsOf(records, groups);
  const questions = questionsOf(records, scored, decisions, groups);
  return database.transaction(async (transaction) => {
    const version = await keepModel(transaction, scored.model, 'ACTIVE');
    const all = [...residents.values()];
    const rows = all.map(({ id, status }) => ({ id, status, version: 1, as_of: today() }));
    await transaction.batchInsert('residents', rows, rowsPerStatement);
    await writeResidents(transaction, all, act.reason);
    await writeQuestions(transaction, questions, residents);
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

/** The records divided into people by what the machine may link: for each the place of the first of its person. */
function groupsOf(
  table: RecordTable,
  { edges, scorer }: Scored,
  decisions: readonly Decision[],
): Uint32Array {
  const linked = decisions.flatMap((decision, edge) => (decision === 'link' ? [edge] : []));
  return cluster(
    table.count,
    {
      count: linked.length,
      ones: Uint32Array.from(linked, (edge) => edges.ones[edge]!),
      others: Uint32Array.from(linked, (edge) => edges.others[edge]!),
      weights: Float32Array.from(linked, (edge) => edges.weights[edge]!),
    },
    { leastWeight: 0, guard: 0, weight: scorer.weight },
  );
}

type NewResident = Parameters<typeof writeResidents>[1][number];

/** A new resident for each group of records. */
function residentsOf(records: readonly NewRecord[], groups: Uint32Array): ReadonlyMap<number, NewResident> {
  const members = new Map<number, NewRecord[]>();
  for (const [at, record] of records.entries()) {
    const group = members.get(groups[at]!);
    if (group === undefined) members.set(groups[at]!, [record]);
    else group.push(record);
  }
  return new Map(
    [...members].map(([group, own]) => [
      group,
      { id: issueResidentId(), status: 'ACTIVE', replacedBy: null, records: own },
    ]),
  );
}

/** One question for each two groups that may be one person, about the pair of records of most weight. */
function questionsOf(
  records: readonly NewRecord[],
  { edges, scorer }: Scored,
  decisions: readonly Decision[],
  groups: Uint32Array,
): readonly Question[] {
  const questions = new Map<string, Question>();
  for (let edge = 0; edge < edges.count; edge += 1) {
    const [one, other] = [edges.ones[edge]!, edges.others[edge]!];
    if (decisions[edge] === 'apart' || groups[one] === groups[other]) continue;
    const [mine, theirs] = groups[one]! > groups[other]! ? [one, other] : [other, one];
    const [group, weight] = [groups[theirs]!, edges.weights[edge]!];
    const key = `${group} ${groups[mine]!}`;
    if ((questions.get(key)?.weight ?? -Infinity) >= weight) continue;
    const isContradicted = contradicts(scorer.levels(one, other));
    const pair = { record: records[mine]!.id, other: records[theirs]!.id };
    questions.set(key, { ...pair, group, weight, isContradicted });
  }
  return [...questions.values()];
}

async function writeQuestions(
  transaction: Knex.Transaction,
  questions: readonly Question[],
  residents: ReadonlyMap<number, NewResident>,
): Promise<void> {
  for (let from = 0; from < questions.length; from += questionsPerEvent) {
    // oxlint-disable-next-line no-await-in-loop
    await IndexStore.writeIn(transaction, act, async (store) => {
      for (const { group, weight, ...found } of questions.slice(from, from + questionsPerEvent)) {
        const { id: resident } = residents.get(group)!;
        // oxlint-disable-next-line no-await-in-loop
        await askOfMatch(store, { ...found, resident, weight, decision: 'review' });
      }
    });
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

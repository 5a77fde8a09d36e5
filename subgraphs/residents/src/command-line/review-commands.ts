import type { AgencyCommand, Database } from '@resident-graph/subgraph-kit';

import { probabilityOf, type LinkageModel } from '../linkage/index.ts';
import {
  activeModel,
  laneOf,
  reviewKinds,
  type ReviewDecision,
  type ReviewKind,
  type ReviewStatus,
} from '../master-index/index.ts';
import { compareRecords, type Evidence, type ReviewItemRow, type ReviewWorkRow } from '../review/index.ts';
import { explained, openIndex } from './opened-index.ts';
import { actOf, actOptions, numberOf, reasonOption, required, versionOption, type Given } from './options.ts';

const statuses: readonly ReviewStatus[] = ['OPEN', 'DEFERRED', 'SECOND_READER', 'DECIDED'];
const decisions: readonly ReviewDecision[] = ['SAME_PERSON', 'DIFFERENT_PERSON', 'CANNOT_TELL'];
const question = { name: 'review', description: "the question's id" };

const list: AgencyCommand = {
  name: 'reviews',
  description: 'list the questions that wait for a person, the most urgent first',
  options: [
    { flags: '--status <status>', description: 'only those that stand there', choices: statuses },
    { flags: '--kind <kind>', description: 'only those of this kind', choices: reviewKinds },
    { flags: '--first <number>', description: 'how many at most', default: '20' },
  ],
  example: '--kind POSSIBLE_OVERLAY --first 5',
  run: async (database, given) => {
    const rows = await waiting(database, given);
    return { data: rows, text: rows.length === 0 ? 'Nothing waits.' : rows.map(lineOf).join('\n') };
  },
};

const show: AgencyCommand = {
  name: 'review',
  description: 'show a question: how the two records compare, and no value of either',
  arguments: [question],
  example: "'POSSIBLE_MATCH 6f2c… 38WQN18W…'",
  run: async (database, given) => {
    const row = await explained(() => questionOf(database, required(given, 'review')));
    const evidence = await evidenceOf(database, row);
    const shown = { ...row, evidence };
    return { data: shown, text: [lineOf(row), ...evidence.map(evidenceLine)].join('\n') };
  },
};

const claim: AgencyCommand = {
  name: 'claim-review',
  description: 'take a question for a quarter of an hour',
  arguments: [question],
  options: [...actOptions, versionOption],
  example: "'POSSIBLE_MATCH 6f2c… 38WQN18W…' --as steward-1",
  run: (database, given) =>
    onQuestion(database, given, ({ desk }, id, act) => desk.claim(id, act).then(() => 'Claimed.')),
};

const defer: AgencyCommand = {
  name: 'defer-review',
  description: 'put a claimed question off',
  arguments: [question],
  options: [...actOptions, reasonOption, versionOption],
  example: "'POSSIBLE_MATCH 6f2c… 38WQN18W…' --as steward-1 --reason 'The agency is asked.'",
  run: (database, given) =>
    onQuestion(database, given, ({ desk }, id, act) => desk.defer(id, act).then(() => 'Put off.')),
};

const decide: AgencyCommand = {
  name: 'decide-review',
  description: 'answer a claimed question; some answers wait for a second reader, who is another person',
  arguments: [question],
  options: [
    ...actOptions,
    { flags: '--decision <decision>', description: 'the answer', choices: decisions, isRequired: true },
    reasonOption,
    versionOption,
  ],
  example:
    "'POSSIBLE_MATCH 6f2c… 38WQN18W…' --as steward-1 --decision SAME_PERSON --reason 'Both papers seen.'",
  run: (database, given) =>
    onQuestion(database, given, async ({ desk }, id, act) => {
      const decision = required(given, 'decision') as ReviewDecision;
      const { outcome, event } = await desk.decide(id, { ...act, decision });
      return event === null ? outcome : `${outcome}: event ${event.sequence}, ${event.type}`;
    }),
};

/** The commands of the desk at which questions are answered. */
export const reviewCommands: readonly AgencyCommand[] = [list, show, claim, defer, decide];

type QuestionRow = Pick<ReviewItemRow, 'id' | 'kind' | 'record_id' | 'resident_id' | 'other_id'> &
  Pick<ReviewWorkRow, 'lane' | 'version' | 'opened_at' | 'deferrals' | 'claimed_by' | 'lease_until'> & {
    readonly probability: number | null;
  };

type ReadersAct = { readonly reader: string; readonly purpose: string | null; readonly reason: string };

async function onQuestion(
  database: Database,
  given: Given,
  work: (
    opened: ReturnType<typeof openIndex>,
    id: string,
    act: ReadersAct & { readonly expectedVersion: number },
  ) => Promise<string>,
): Promise<{ readonly data: unknown; readonly text: string }> {
  const id = required(given, 'review');
  return explained(async () => {
    const { actor: reader, reason, purpose, expectedVersion } = actOf(given);
    const version = expectedVersion ?? (await questionOf(database, id)).version;
    const text = await work(openIndex(database), id, { reader, reason, purpose, expectedVersion: version });
    return { data: { ...(await questionOf(database, id)), outcome: text }, text };
  });
}

function questions(database: Database) {
  return database('review_work').join('review_items', 'review_items.id', 'review_work.review_id');
}

async function waiting(database: Database, given: Given): Promise<readonly QuestionRow[]> {
  const status = given['status'] === undefined ? statuses.slice(0, 3) : [given['status'] as ReviewStatus];
  const kind = given['kind'] === undefined ? reviewKinds : [given['kind'] as ReviewKind];
  const lanes = status.flatMap((one) => kind.map((other) => laneOf(one, other)));
  const rows: readonly object[] = await questions(database)
    .whereIn('lane', lanes)
    .orderBy('queue_key')
    .limit(numberOf(given, 'first'));
  return rows.map(rowOf);
}

async function questionOf(database: Database, id: string): Promise<QuestionRow> {
  const row: object | undefined = await questions(database).where({ review_id: id }).first();
  if (row === undefined) throw new Error('There is no such question. reviews lists them.');
  return rowOf(row);
}

function rowOf(row: object): QuestionRow {
  const { id, kind, record_id, resident_id, other_id, weight, ...work } = row as ReviewItemRow &
    ReviewWorkRow;
  const { lane, version, opened_at, deferrals, claimed_by, lease_until } = work;
  const probability = weight === null ? null : probabilityOf(weight / 100);
  const state = { lane, version, opened_at, deferrals, claimed_by, lease_until };
  return { id, kind, record_id, resident_id, other_id, ...state, probability };
}

function lineOf({ id, lane, version, probability, deferrals, claimed_by: reader }: QuestionRow): string {
  const chance = probability === null ? '' : `, probability ${probability.toFixed(3)}`;
  const claimed = reader === null ? '' : `, claimed by ${reader}`;
  const put = deferrals === 0 ? '' : `, put off ${deferrals} times`;
  return `${id}\n  ${lane.split(' ')[0]}, version ${version}${chance}${put}${claimed}`;
}

async function evidenceOf(database: Database, row: QuestionRow): Promise<readonly Evidence[]> {
  if (row.other_id === null) return [];
  const records: readonly { readonly id: string; readonly person: string }[] = await database('local_records')
    .whereIn('id', [row.record_id, row.other_id])
    .select('id', 'person');
  const [one, other] = [row.record_id, row.other_id].map(
    (id) => records.find((each) => each.id === id)?.person,
  );
  if (one === undefined || other === undefined) return [];
  const model: LinkageModel | null = await activeModel(database);
  return compareRecords(one, other, model);
}

function evidenceLine({ field, level, agreement, contradicts, weight }: Evidence): string {
  const bits = weight === null ? '' : `, ${weight} bits`;
  return `  ${field}: ${agreement}${level === null ? '' : ` (${level})`}${bits}${contradicts ? ', contradicts' : ''}`;
}

import type { AgencyCommand, Database } from '@resident-graph/subgraph-kit';

import type { Act, IndexEvent } from '../master-index/index.ts';
import { readReason, type Merged } from '../review/index.ts';
import { explained, openIndex, type OpenedIndex } from './opened-index.ts';
import { actOf, actOptions, numberOf, reasonOption, required, versionOption, type Given } from './options.ts';

const record = { name: 'record', description: "the record's id in the index" };
const changing = [...actOptions, reasonOption, versionOption];

const link: AgencyCommand = {
  name: 'link-record',
  description:
    'link a record to a resident; the machine never undoes it; where it ends a resident of whom a person has spoken, a second person has to agree',
  arguments: [record, { name: 'resident', description: "the resident's id" }],
  options: changing,
  example: "6f2c… 38WQN18W… --as steward-1 --reason 'Papers seen.'",
  run: (database, given) =>
    joined('Linked', () =>
      openIndex(database).desk.link(required(given, 'record'), required(given, 'resident'), actOf(given)),
    ),
};

const unlink: AgencyCommand = {
  name: 'unlink-record',
  description: 'unlink a record from its resident; the machine never links it there again',
  arguments: [record],
  options: changing,
  example: "6f2c… --as steward-1 --reason 'A namesake.'",
  run: (database, given) =>
    entered(database, given, ({ index }, act) => index.unlink(required(given, 'record'), act)),
};

const merge: AgencyCommand = {
  name: 'merge-residents',
  description:
    'merge a resident into another; of whom a person has spoken before, a second person has to agree',
  arguments: [
    { name: 'survivor', description: 'the resident whose id stays' },
    { name: 'merged', description: 'the resident whose id leads there from now on' },
  ],
  options: changing,
  example: "38WQN18W… 7ZK2M4P9… --as steward-1 --reason 'One person, two intakes.'",
  run: (database, given) =>
    joined('Merged', () =>
      openIndex(database).desk.merge(required(given, 'survivor'), required(given, 'merged'), actOf(given)),
    ),
};

const undo: AgencyCommand = {
  name: 'undo-event',
  description: 'undo an event: what is still as the event left it becomes what it was',
  arguments: [{ name: 'event', description: "the event's number" }],
  options: [...actOptions, reasonOption],
  example: "1042 --as steward-1 --reason 'It was the other brother.'",
  run: (database, given) =>
    entered(database, given, ({ index }, act) => index.undo(numberOf(given, 'event'), act)),
};

const history: AgencyCommand = {
  name: 'history',
  description: 'list the events that concern a resident, newest first, and the records that are linked now',
  arguments: [{ name: 'resident', description: "the resident's id" }],
  options: [{ flags: '--first <number>', description: 'how many at most', default: '20' }],
  example: '38WQN18W…',
  run: async (database, given) => {
    const resident = required(given, 'resident');
    const [events, records] = [
      await eventsOf(database, resident, numberOf(given, 'first')),
      await recordsOf(database, resident),
    ];
    const lines = [...records.map((one) => `record ${one.record} (${one.method})`), ...events.map(eventLine)];
    return { data: { resident, records, events }, text: lines.join('\n') || 'Nothing is known of the id.' };
  },
};

/** The commands that change who is whom. */
export const indexCommands: readonly AgencyCommand[] = [link, unlink, merge, undo, history];

/** Done, or a question on which a second person has to agree. */
function joined(done: string, command: () => Promise<Merged>): ReturnType<AgencyCommand['run']> {
  return explained(async () => {
    const { outcome, event, review } = await command();
    const sequence = event?.sequence ?? null;
    const text = review === null ? `${done}: event ${sequence}.` : `${outcome}: ${review}`;
    return { data: { outcome, sequence, review }, text };
  });
}

function entered(
  database: Database,
  given: Given,
  command: (opened: OpenedIndex, act: Act) => Promise<IndexEvent | null>,
): ReturnType<AgencyCommand['run']> {
  return explained(async () => {
    const act = actOf(given);
    const event = await command(openIndex(database), { ...act, reason: readReason(act.reason) });
    if (event === null) return { data: { sequence: null }, text: 'Nothing was to be changed.' };
    const { sequence, type } = event;
    return { data: { sequence, type }, text: `${type}: event ${sequence}.` };
  });
}

interface EventLine {
  readonly sequence: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

async function eventsOf(database: Database, resident: string, first: number): Promise<readonly EventLine[]> {
  return database('event_residents')
    .join('index_events', 'index_events.sequence', 'event_residents.sequence')
    .where({ resident_id: resident })
    .orderBy('index_events.sequence', 'desc')
    .limit(first)
    .select('index_events.sequence', 'type', 'at', 'actor', 'purpose', 'reason', 'undoes');
}

async function recordsOf(
  database: Database,
  resident: string,
): Promise<readonly { readonly record: string; readonly method: string }[]> {
  return database('record_links')
    .where({ resident_id: resident })
    .whereNull('until_sequence')
    .orderBy([{ column: 'from_sequence' }, { column: 'record_id' }])
    .select({ record: 'record_id', method: 'method' });
}

function eventLine({ sequence, at, type, actor, reason }: EventLine): string {
  return `${sequence} ${at} ${type} by ${actor}: ${reason}`;
}

import type { AgencyCommand, Database } from '@resident-graph/subgraph-kit';

import { RecordTable, scoreRecords, type PersonRecord } from '../linkage/index.ts';
import { activateModel, driftOf, keepModel, type Drift } from '../master-index/index.ts';
import { readQuality, readReason, sampleLinks, type IdentityQuality } from '../review/index.ts';
import { explained, openIndex } from './opened-index.ts';
import { actOf, actOptions, numberOf, reasonOption } from './options.ts';

const version = { name: 'version', description: "the model's version" };

const sample: AgencyCommand = {
  name: 'sample-links',
  description: 'draw links that the machine made, and ask of each whether it is right',
  options: [
    ...actOptions,
    { flags: '--count <number>', description: 'how many at most', default: '200' },
    { ...reasonOption, default: 'The monthly sample.', isRequired: false },
  ],
  example: '--count 200 --as steward-1',
  run: (database, given) =>
    explained(async () => {
      const act = actOf(given);
      const { index } = openIndex(database);
      const event = await sampleLinks(database, index, numberOf(given, 'count'), {
        ...act,
        reason: readReason(act.reason),
      });
      const asked = event?.changes.length ?? 0;
      return { data: { asked, sequence: event?.sequence ?? null }, text: `Questions asked: ${asked}.` };
    }),
};

const quality: AgencyCommand = {
  name: 'quality',
  description: 'tell how good the index is, by what persons have found of it; tells of nobody',
  options: [{ flags: '--days <number>', description: 'of how many days', default: '90' }],
  example: '--days 30 --json',
  run: async (database, given) => {
    const data = await readQuality(database, numberOf(given, 'days'));
    return { data, text: qualityText(data) };
  },
};

const models: AgencyCommand = {
  name: 'models',
  description: 'list the linkage models; with --json, where each parameter comes from',
  example: '--json',
  run: async (database) => {
    const rows: readonly ModelRow[] = await database('linkage_models')
      .orderBy('version')
      .select('version', 'state', 'fitted_at', 'sources', 'judged');
    const data = rows.map(({ sources, ...row }) => ({
      ...row,
      sources: sources === null ? null : (JSON.parse(sources) as unknown),
    }));
    const lines = rows.map(
      (row) => `${row.version} ${row.state}, fitted ${row.fitted_at}, judged ${row.judged}`,
    );
    return { data, text: lines.join('\n') || 'No model was fitted.' };
  },
};

const fit: AgencyCommand = {
  name: 'fit-model',
  description: 'fit a model to the records of the index and let it judge in shadow; it decides nothing',
  example: '--json',
  run: async (database) => {
    const table = new RecordTable();
    const rows: readonly { readonly person: string }[] = await database('local_records')
      .where('is_active', 1)
      .orderBy('id')
      .select('person');
    if (rows.length < 2) throw new Error('There are no records to fit a model to. Fill the index first.');
    for (const { person } of rows) table.add(JSON.parse(person) as PersonRecord);
    const kept = await keepModel(database, scoreRecords(table).model, 'SHADOW');
    return { data: { version: kept, state: 'SHADOW' }, text: `Version ${kept} judges in shadow.` };
  },
};

const drift: AgencyCommand = {
  name: 'model-drift',
  description: 'tell how a model in shadow differs from the one that decides, and on which records',
  arguments: [version],
  options: [{ flags: '--first <number>', description: 'how many differences at most', default: '20' }],
  example: '2',
  run: async (database, given) => {
    const found = await driftOf(database, numberOf(given, 'version'));
    if (found === null) throw new Error('No model of this version is in shadow. models lists them.');
    const differences = await differencesOf(database, found.version, numberOf(given, 'first'));
    const lines = differences.map(
      (one) =>
        `${one.record_id} and ${one.other_id}: ${one.active_decision}, in shadow ${one.shadow_decision}`,
    );
    return { data: { ...found, differences }, text: [driftText(found), ...lines].join('\n') };
  },
};

const activate: AgencyCommand = {
  name: 'activate-model',
  description: 'let a model in shadow decide from now on; refused where its drift does not pass',
  arguments: [version],
  example: '2',
  run: async (database, given) => {
    const found = await activateModel(database, numberOf(given, 'version'));
    if (found === null) throw new Error('No model of this version is in shadow. models lists them.');
    if (!found.passes) throw new Error(`Not activated: ${driftText(found)}`);
    return { data: found, text: `Version ${found.version} decides.` };
  },
};

/** The commands that tell how good linkage is, and by which model it goes. */
export const modelCommands: readonly AgencyCommand[] = [sample, quality, models, fit, drift, activate];

interface ModelRow {
  readonly version: number;
  readonly state: string;
  readonly fitted_at: string;
  readonly sources: string | null;
  readonly judged: number;
}

interface Difference {
  readonly record_id: string;
  readonly other_id: string;
  readonly active_decision: string;
  readonly shadow_decision: string;
}

async function differencesOf(
  database: Database,
  ofVersion: number,
  first: number,
): Promise<readonly Difference[]> {
  return database('shadow_differences')
    .where({ version: ofVersion })
    .orderBy('id')
    .limit(first)
    .select('record_id', 'other_id', 'active_decision', 'shadow_decision');
}

function driftText({ judged, compared, differing, opposed, limits, passes }: Drift): string {
  const counts = `${judged} records judged (${limits.leastJudged} needed), ${differing} of ${compared} pairs differ`;
  const bounds = `at most ${limits.mostDiffering * 100} %`;
  return `${counts} (${bounds}), ${opposed} linked by one alone (at most ${limits.mostOpposed}): ${passes ? 'passes' : 'does not pass'}.`;
}

function qualityText({ automaticLinks: links, queue, readers, unlinks, ...rest }: IdentityQuality): string {
  return [
    `automatic links right: ${share(links.precision)} (${share(links.low)} to ${share(links.high)}; ${links.judged} judged)`,
    ...rest.groups.map(
      ({ dimension, group, links: own }) =>
        `  ${dimension} ${group}: ${share(own.precision)} of ${own.judged}`,
    ),
    `not known: ${rest.groupsNotKnown.join(', ')}`,
    ...rest.calibration
      .filter(({ judged }) => judged > 0)
      .map(
        (bin) =>
          `probability ${bin.fromProbability} to ${bin.toProbability}: ${share(bin.found)} of ${bin.judged}`,
      ),
    `waiting: ${queue.open} open, ${queue.deferred} put off, ${queue.awaitingSecondReader} for a second reader`,
    `oldest: ${hours(queue.oldestHours)}, median: ${hours(queue.medianHours)}`,
    `answers: ${queue.answers}, median minutes: ${queue.medianMinutes?.toFixed(1) ?? 'none'}`,
    `two readers: ${readers.alike} of ${readers.pairs} alike, kappa ${readers.kappa?.toFixed(2) ?? 'none'}`,
    `unlinked within 90 days: ${unlinks.unlinked} of ${unlinks.links}`,
  ].join('\n');
}

function share(value: number | null): string {
  return value === null ? 'none' : `${(value * 100).toFixed(2)} %`;
}

function hours(value: number | null): string {
  return value === null ? 'none' : `${value.toFixed(1)} hours`;
}

import type { Database } from '@resident-graph/subgraph-kit';

import { linkageSettings, type LinkageModel } from '../linkage/index.ts';

/**
 * An active model decides; one in shadow judges the same records and decides nothing; a retired one decided once, and
 * what it decided names its version.
 */
export type ModelState = 'ACTIVE' | 'SHADOW' | 'RETIRED';

/** Where a parameter of a model has its value from. */
export interface ParameterSource {
  readonly parameter: string;
  readonly value: number | readonly number[];
  readonly source: string;
}

/** A model under its version. */
export interface KeptModel {
  readonly version: number;
  readonly model: LinkageModel;
}

/**
 * Keeps a fitted model under the next version, which it gives, with where each of its parameters comes from. An active
 * one takes the place of the one before; so does one in shadow.
 */
export async function keepModel(database: Database, model: LinkageModel, state: ModelState): Promise<number> {
  return database.transaction(async (transaction) => {
    const last = await transaction<{ version: number }>('linkage_models').max({ version: 'version' }).first();
    const version = (last?.version ?? 0) + 1;
    if (state !== 'RETIRED')
      await transaction('linkage_models').where({ state }).update({ state: 'RETIRED' });
    await transaction('linkage_models').insert({
      version,
      state,
      parameters: JSON.stringify(model),
      sources: JSON.stringify(sourcesOf(model)),
      fitted_at: new Date().toISOString(),
    });
    return version;
  });
}

/** The model that decides; null before any was fitted. */
export async function activeModel(database: Database): Promise<LinkageModel | null> {
  return (await modelIn(database, 'ACTIVE'))?.model ?? null;
}

/** The model that judges without deciding; null where none does. */
export function shadowModel(database: Database): Promise<KeptModel | null> {
  return modelIn(database, 'SHADOW');
}

/** How a model in shadow differs from the active one. */
export interface Drift {
  readonly version: number;
  /** Records that both have judged. */
  readonly judged: number;
  /** Pairs of records about which at least one of them had something to say, and those about which they differ. */
  readonly compared: number;
  readonly differing: number;
  /** Pairs that one would link and the other leave apart. */
  readonly opposed: number;
  readonly passes: boolean;
  /** What has to be so before it may decide. */
  readonly limits: {
    readonly leastJudged: number;
    readonly mostDiffering: number;
    readonly mostOpposed: number;
  };
}

const limits = { leastJudged: 200, mostDiffering: 0.02, mostOpposed: 0 };

/** The drift of a version that is in shadow; null where it is not. */
export async function driftOf(database: Database, version: number): Promise<Drift | null> {
  const row = await database<{ version: number; state: ModelState } & Counts>('linkage_models')
    .where({ version, state: 'SHADOW' })
    .first('judged', 'compared', 'differing');
  if (row === undefined) return null;
  const [counted] = await database('shadow_differences')
    .where({ version })
    .whereIn('active_decision', ['link', 'apart'])
    .whereIn('shadow_decision', ['link', 'apart'])
    .count({ pairs: '*' });
  const { judged, compared, differing } = row;
  const opposed = Number(counted?.['pairs'] ?? 0);
  const isClose = differing <= limits.mostDiffering * compared && opposed <= limits.mostOpposed;
  return {
    version,
    judged,
    compared,
    differing,
    opposed,
    passes: judged >= limits.leastJudged && isClose,
    limits,
  };
}

/**
 * Lets a model in shadow decide from now on, in place of the one that does. Gives the drift, by which it is refused:
 * nothing is changed where it does not pass, nor where the version is not in shadow (null).
 */
export async function activateModel(database: Database, version: number): Promise<Drift | null> {
  return database.transaction(async (transaction) => {
    const drift = await driftOf(transaction, version);
    if (drift?.passes !== true) return drift;
    await transaction('linkage_models').where({ state: 'ACTIVE' }).update({ state: 'RETIRED' });
    await transaction('linkage_models').where({ version }).update({ state: 'ACTIVE' });
    return drift;
  });
}

interface Counts {
  readonly judged: number;
  readonly compared: number;
  readonly differing: number;
}

/** The model in a state; null where there is none. */
export async function modelIn(database: Database, state: ModelState): Promise<KeptModel | null> {
  const row = await database<{ version: number; state: ModelState; parameters: string }>('linkage_models')
    .where({ state })
    .first('version', 'parameters');
  if (row === undefined) return null;
  return { version: row.version, model: JSON.parse(row.parameters) as LinkageModel };
}

/** Each fitted parameter with the data that it was fitted to, and each that is fixed. */
function sourcesOf({
  comparisons,
  share,
  records,
  pairs,
  iterations,
}: LinkageModel): readonly ParameterSource[] {
  const fitted = `expectation-maximisation without labels: ${records} records, ${pairs} pairs, ${iterations} rounds`;
  const counted = `random pairs and value counts of ${records} records`;
  return [
    { parameter: 'share.same', value: share.same, source: fitted },
    { parameter: 'share.household', value: share.household, source: fitted },
    { parameter: 'share.strangers', value: share.strangers, source: fitted },
    ...comparisons.flatMap(({ name, same, household, strangers }) => [
      { parameter: `${name}.same`, value: same, source: fitted },
      { parameter: `${name}.household`, value: household, source: fitted },
      { parameter: `${name}.strangers`, value: strangers, source: counted },
    ]),
    ...Object.entries(linkageSettings).map(([parameter, value]) => ({
      parameter,
      value,
      source: 'fixed: src/linkage/README.md says where it comes from',
    })),
  ];
}

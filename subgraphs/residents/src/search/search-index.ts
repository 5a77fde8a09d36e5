import type { Database } from '@resident-graph/subgraph-kit';

import type { LinkageModel } from '../linkage/index.ts';
import { activeModel } from '../master-index/index.ts';
import { followIndex } from './build-search.ts';
import { candidates } from './candidates.ts';
import { lookupsOf } from './lookups.ts';
import type { Question } from './question.ts';
import { standingModel } from './standing-model.ts';
import { Vocabulary } from './vocabulary.ts';
import { agrees, weigh } from './weigh.ts';
import type { WeighedCandidate } from './weigh.ts';

/** What a process keeps of one database for the search. */
interface Kept {
  readonly vocabulary: Vocabulary;
  readonly model: LinkageModel;
  readonly built: number;
  readonly modelVersion: number;
}

interface StateRow {
  readonly sequence: number;
  readonly built: number;
  readonly residents: number;
  readonly events: number;
  readonly names: number | null;
  readonly model: number | null;
}

const keptOf = new WeakMap<Database, Promise<Kept>>();

/**
 * The residents who agree with a question, the likeliest first and those of one weight by their ids.
 *
 * 1. What happened in the index since is followed, and names that are new are read.
 * 2. Whoever may be meant is looked up by keys, weighed, and stays if two identifiers agree or a strong one.
 */
export async function searchIndex(
  database: Database,
  question: Question,
): Promise<readonly WeighedCandidate[]> {
  const { state, vocabulary, model } = await present(database);
  const found = await candidates(database, lookupsOf(question, vocabulary));
  return weigh(question, found, { model, vocabulary, residents: state.residents })
    .filter(isFound)
    .sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
}

/** Whether enough agrees. */
function isFound({ evidence }: WeighedCandidate): boolean {
  const agreeing = evidence.filter(agrees);
  return (
    new Set(agreeing.map(({ identifier }) => identifier)).size >= 2 ||
    agreeing.some(({ identifier }) => identifier === 'PHONE' || identifier === 'EMAIL')
  );
}

async function present(database: Database): Promise<Kept & { readonly state: StateRow }> {
  let state = await stateOf(database);
  const { events } = state;
  while (state.sequence < events) {
    // What another question waited for may have begun before the last event: then it is followed once more.
    // oxlint-disable-next-line no-await-in-loop
    await followOnce(database, state.sequence);
    // oxlint-disable-next-line no-await-in-loop
    state = await stateOf(database);
  }
  let kept = await keptOf.get(database);
  if (kept?.built !== state.built || kept.modelVersion !== (state.model ?? 0)) {
    const reading = keep(database, state);
    keptOf.set(database, reading);
    // What could not be read once is read again by the next question.
    reading.catch(() => keptOf.get(database) === reading && keptOf.delete(database));
    kept = await reading;
  }
  if (kept.vocabulary.last < (state.names ?? 0)) await kept.vocabulary.refresh(database);
  return { ...kept, state };
}

const followingOf = new WeakMap<Database, Promise<void>>();

/** All questions of a process that wait for the search to be brought up wait for one, and hold one connection. */
function followOnce(database: Database, from: number): Promise<void> {
  const following =
    followingOf.get(database) ?? followIndex(database, from).finally(() => followingOf.delete(database));
  followingOf.set(database, following);
  return following;
}

async function keep(database: Database, { built, model }: StateRow): Promise<Kept> {
  const vocabulary = new Vocabulary();
  await vocabulary.refresh(database);
  const active = await activeModel(database);
  return { vocabulary, model: active ?? standingModel, built, modelVersion: model ?? 0 };
}

async function stateOf(database: Database): Promise<StateRow> {
  const row = await database<StateRow>('search_state')
    .select('sequence', 'built', 'residents')
    .select({
      events: database('index_clock').max('sequence'),
      names: database('search_names').max('number'),
      model: database('linkage_models').where({ state: 'ACTIVE' }).max('version'),
    })
    .first();
  return row as StateRow;
}

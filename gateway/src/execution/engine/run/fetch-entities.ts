import { toGraphQLError } from '../../../errors/index.ts';
import type { SubgraphAnswer } from '../../subgraph-client/index.ts';
import { errorTree } from '../answers/index.ts';
import type { DataRecord } from '../data/index.ts';
import { invalidAnswer } from '../data/index.ts';
import type { Located } from '../entities/index.ts';
import { contextValues, recordsAt } from '../entities/index.ts';
import type { CompiledFetch, EntityFetch } from '../fetches/index.ts';
import { askAgency } from './ask-agency.ts';
import type { BatchOutcome } from './entity-batch.ts';
import { EntityBatch } from './entity-batch.ts';
import type { EntityEntry } from './entity-table.ts';
import { EntityTables } from './entity-table.ts';
import type { Run } from './run.ts';
import type { Destination } from './write-answer.ts';
import { failAll, writeAnswer } from './write-answer.ts';

/** A record that waits for what an agency says of an entity. */
interface Pending {
  readonly to: Destination;
  readonly entry: EntityEntry;
}

/** New entities that have to be asked for, with the variables that their context gives them. */
interface NewBatch {
  readonly batch: EntityBatch;
  readonly context: DataRecord | undefined;
}

/**
 * Runs a fetch that completes entities.
 *
 * 1. Each record at the fetch's places is represented by its keys; equal representations are one entity.
 * 2. An entity that a like fetch of this request has asked for is not asked for again.
 * 3. When all answers are there, each record is given its entity's.
 */
export function fetchEntities(
  run: Run,
  fetch: CompiledFetch,
  entities: EntityFetch,
  tables: EntityTables,
  finish: () => void,
): Promise<void> {
  const collection = new Collection(run, fetch, entities, tables);
  collection.collect();
  return collection.settle(finish);
}

class Collection {
  readonly #run: Run;
  readonly #fetch: CompiledFetch;
  readonly #entities: EntityFetch;
  readonly #tables: EntityTables;
  readonly #pending: Pending[] = [];
  readonly #new = new Map<string, NewBatch>();

  constructor(run: Run, fetch: CompiledFetch, entities: EntityFetch, tables: EntityTables) {
    this.#run = run;
    this.#fetch = fetch;
    this.#entities = entities;
    this.#tables = run.sharesEntities ? tables : new EntityTables();
  }

  collect(): void {
    const found: Located[] = [];
    for (const path of this.#fetch.paths) recordsAt(this.#run.root, path, found);
    for (const located of found) this.#add(located);
  }

  async settle(finish: () => void): Promise<void> {
    const asked = new Set([...this.#new.values()].map(({ batch }) => batch));
    const others = new Set(
      this.#pending.map(({ entry }) => entry.batch).filter((batch) => !asked.has(batch)),
    );
    const waits = [...others].filter(({ outcome }) => !outcome).map((batch) => batch.settled());
    await Promise.all([...waits, ...[...this.#new.values()].map((added) => this.#ask(added))]);
    for (const { to, entry } of this.#pending) give(to, entry);
    finish();
  }

  #add(located: Located): void {
    const { record } = located;
    const { agency, projection } = this.#fetch;
    const typeName = String(record['__typename'] ?? '');
    const represented = this.#entities.represent(record, typeName);
    if (represented.kind === 'absent') return;
    const to = { agency, projection, target: record, typeName };
    if (represented.kind === 'failed') failAll(to, [represented.error]);
    else this.#pending.push({ to, entry: this.#entryOf(located, represented) });
  }

  #entryOf(
    located: Located,
    { identity, representation }: { identity: string; representation: DataRecord },
  ): EntityEntry {
    const { contexts, group } = this.#entities;
    const context = contexts.length > 0 ? contextValues(this.#run.schema, contexts, located) : undefined;
    const variant = context ? JSON.stringify(context) : '';
    const table = this.#tables.table(`${group} ${variant}`);
    const known = table.get(identity);
    if (known) return known;
    const added = this.#new.get(variant) ?? { batch: new EntityBatch(), context };
    this.#new.set(variant, added);
    const entry = { batch: added.batch, index: added.batch.representations.push(representation) - 1 };
    table.set(identity, entry);
    return entry;
  }

  async #ask({ batch, context }: NewBatch): Promise<void> {
    const { representations } = batch;
    const answer = await askAgency(this.#run, this.#fetch, { ...context, representations });
    batch.settle(this.#outcomeOf(answer, representations.length));
  }

  #outcomeOf(answer: SubgraphAnswer, count: number): BatchOutcome {
    const { agency } = this.#fetch;
    if (answer.kind === 'failed') return { kind: 'failed', errors: [toGraphQLError(answer.failure)] };
    const errors = errorTree(agency, answer.errors);
    const answered = entitiesOf(answer.data);
    const below = errors?.child('_entities');
    if (Array.isArray(answered) && answered.length === count) {
      this.#run.unplaced.push(...(errors?.errors ?? []), ...(below?.errors ?? []));
      return {
        kind: 'answered',
        answerOf: (index) => ({ entity: answered[index] as unknown, errors: below?.child(index) }),
      };
    }
    const causes = errors?.causes([]).map(({ error }) => error) ?? [];
    return { kind: 'failed', errors: causes.length > 0 ? causes.slice(0, 1) : [invalidAnswer(agency)] };
  }
}

function entitiesOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && '_entities' in data ? data._entities : undefined;
}

function give(to: Destination, { batch, index }: EntityEntry): void {
  const { outcome } = batch;
  if (outcome?.kind === 'failed') return failAll(to, outcome.errors);
  const answer = outcome?.answerOf(index);
  writeAnswer(to, answer?.entity, answer?.errors);
}

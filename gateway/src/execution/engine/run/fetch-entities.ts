import { toGraphQLError } from '../../../errors/index.ts';
import type { SubgraphAnswer } from '../../subgraph-client/index.ts';
import { errorTree } from '../answers/index.ts';
import type { DataRecord } from '../data/index.ts';
import { invalidAnswer, typeNameOf } from '../data/index.ts';
import type { Located } from '../entities/index.ts';
import { contextValues, locatedAt, recordsAt } from '../entities/index.ts';
import type { CompiledFetch, EntityFetch } from '../fetches/index.ts';
import { askAgency } from './ask-agency.ts';
import type { BatchOutcome } from './entity-batch.ts';
import { EntityBatch } from './entity-batch.ts';
import type { EntityEntry } from './entity-table.ts';
import { EntityTables } from './entity-table.ts';
import type { Run } from './run.ts';
import { failAll, writeAnswer } from './write-answer.ts';

/** A record that waits for what an agency says of an entity. */
interface Pending {
  readonly target: DataRecord;
  readonly typeName: string;
  readonly entry: EntityEntry;
}

/** Entities that are asked for together, with the variables that their context gives them. */
interface Asking {
  readonly batch: EntityBatch;
  /** What like fetches have asked for. */
  readonly table: Map<string, EntityEntry>;
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
  return collection.settle().then(finish);
}

class Collection {
  readonly #run: Run;
  readonly #fetch: CompiledFetch;
  readonly #entities: EntityFetch;
  readonly #tables: EntityTables;
  readonly #pending: Pending[] = [];
  /** Records that can't be represented for all the fetches that were made one. */
  readonly #apart: DataRecord[] = [];
  readonly #asked = new Map<string, Asking>();

  constructor(run: Run, fetch: CompiledFetch, entities: EntityFetch, tables: EntityTables) {
    this.#run = run;
    this.#fetch = fetch;
    this.#entities = entities;
    this.#tables = run.sharesEntities ? tables : new EntityTables();
  }

  collect(): void {
    if (this.#entities.contexts.length > 0) return this.#collectWithContext();
    const found: DataRecord[] = [];
    for (const path of this.#fetch.paths) recordsAt(this.#run.root, path, found);
    this.collectFrom(found);
  }

  collectFrom(records: readonly DataRecord[]): void {
    if (records.length === 0) return;
    const asking = this.#asking('', `${this.#entities.group}`, undefined);
    for (const record of records) this.#add(record, asking);
  }

  async settle(): Promise<void> {
    const asked = [...this.#asked.values()].filter(({ batch }) => batch.representations.length > 0);
    const own = new Set(asked.map(({ batch }) => batch));
    const others = new Set(this.#pending.map(({ entry }) => entry.batch));
    const waits = [...others].filter((batch) => !own.has(batch) && !batch.outcome);
    await Promise.all([
      ...waits.map((batch) => batch.settled()),
      ...asked.map((asking) => this.#ask(asking)),
    ]);
    for (const pending of this.#pending) this.#give(pending);
    if (this.#apart.length > 0) await this.#settleApart();
  }

  async #settleApart(): Promise<void> {
    const collections = this.#entities.separately.flatMap((fetch) =>
      fetch.entities ? [new Collection(this.#run, fetch, fetch.entities, this.#tables)] : [],
    );
    for (const collection of collections) collection.collectFrom(this.#apart);
    await Promise.all(collections.map((collection) => collection.settle()));
  }

  /** Objects in different contexts are different questions, each with variables of its own. */
  #collectWithContext(): void {
    const { contexts, group } = this.#entities;
    const found: Located[] = [];
    for (const path of this.#fetch.paths) locatedAt(this.#run.root, path, found);
    for (const located of found) {
      const context = contextValues(this.#run.schema, contexts, located);
      const variant = JSON.stringify(context);
      this.#add(located.record, this.#asking(variant, `${group} ${variant}`, context));
    }
  }

  #asking(variant: string, group: string, context: DataRecord | undefined): Asking {
    const known = this.#asked.get(variant);
    if (known) return known;
    const asking = { batch: new EntityBatch(), table: this.#tables.table(group), context };
    this.#asked.set(variant, asking);
    return asking;
  }

  #add(record: DataRecord, asking: Asking): void {
    const typeName = typeNameOf(record);
    const identity = this.#entities.represent.identify(record, typeName);
    if (typeof identity === 'string') {
      const entry = asking.table.get(identity) ?? this.#entryFor(record, typeName, identity, asking);
      this.#pending.push({ target: record, typeName, entry });
    } else if (this.#entities.separately.length > 0) {
      this.#apart.push(record);
    } else if (identity.kind === 'failed') {
      failAll({ source: this.#fetch, target: record, typeName }, [identity.error]);
    }
  }

  #entryFor(record: DataRecord, typeName: string, identity: string, { batch, table }: Asking): EntityEntry {
    const representation = this.#entities.represent.build(record, typeName);
    const entry = { batch, index: batch.representations.push(representation) - 1 };
    table.set(identity, entry);
    return entry;
  }

  #give({ target, typeName, entry: { batch, index } }: Pending): void {
    const { outcome } = batch;
    if (outcome?.kind !== 'failed') {
      writeAnswer(this.#fetch, target, outcome?.entities[index], outcome?.errors?.child(index), typeName);
    } else {
      failAll({ source: this.#fetch, target, typeName }, outcome.errors);
    }
  }

  async #ask({ batch, context }: Asking): Promise<void> {
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
      return { kind: 'answered', entities: answered, errors: below };
    }
    const causes = errors?.causes([]).map(({ error }) => error) ?? [];
    return { kind: 'failed', errors: causes.length > 0 ? causes.slice(0, 1) : [invalidAnswer(agency)] };
  }
}

function entitiesOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && '_entities' in data ? data['_entities'] : undefined;
}

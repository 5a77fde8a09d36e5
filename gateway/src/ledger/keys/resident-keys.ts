import { randomBytes, randomUUID } from 'node:crypto';

import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';

import type { Database } from '../../governance/index.ts';
import { inTransaction, retrying } from '../../governance/index.ts';
import type { SealingKey } from './sealing.ts';
import { sealingKey } from './sealing.ts';

/** How long a process may go on to use a key that another has retired. */
export const keyLifetimeMilliseconds = 60_000;

/** Keys that a process keeps in memory. */
const mostKeys = 50_000;

/** A row of `ledger_keys`. */
interface KeyRow {
  readonly id: string;
  readonly resident_id: string | null;
  readonly period: string;
  readonly key: string | null;
  readonly retired_at: string | null;
  readonly retired_reason: string | null;
  readonly retired_by: string | null;
}

/** A key, and whose it is for which calendar year. */
export interface HeldKey {
  readonly id: string;
  readonly residentId: string;
  readonly period: string;
}

/** When and why keys are taken from their residents, and by whose order; by nobody's where their time is over. */
export interface Retirement {
  readonly at: Date;
  readonly reason: 'retention' | 'order';
  readonly by: string | null;
}

/**
 * The keys under which entries hold what identifies a resident: one for each resident and calendar year, so that a
 * year can be forgotten when the time of keeping is over.
 */
export class ResidentKeys {
  readonly #database: Database;
  readonly #current: LRUCache<string, SealingKey>;
  readonly #byId: LRUCache<string, SealingKey>;
  readonly #loader: DataLoader<readonly [string, string], SealingKey, string>;

  constructor(database: Database, lifetimeMilliseconds = keyLifetimeMilliseconds) {
    this.#database = database;
    this.#current = new LRUCache({ max: mostKeys, ttl: lifetimeMilliseconds });
    this.#byId = new LRUCache({ max: mostKeys, ttl: lifetimeMilliseconds });
    this.#loader = new DataLoader(async (wanted) => this.#load(wanted), { cache: false, cacheKeyFn: nameOf });
  }

  /** The key of a resident for a year, made if there is none; all that are asked for at one time together. */
  async keyFor(residentId: string, at: Date): Promise<SealingKey> {
    return this.keyInMemory(residentId, at) ?? this.#loader.load([residentId, periodOf(at)]);
  }

  /** The key if it needs no question to the database. */
  keyInMemory(residentId: string, at: Date): SealingKey | undefined {
    return this.#current.get(nameOf([residentId, periodOf(at)]));
  }

  /** Keys by their ids; one that was taken from its resident is left out, destroyed or not yet. */
  async keysOf(ids: Iterable<string>): Promise<ReadonlyMap<string, SealingKey>> {
    const wanted = [...new Set(ids)];
    // What is in memory may leave it while the database is asked.
    const known = new Map(wanted.flatMap((id) => this.#known(id)));
    const missing = wanted.filter((id) => !known.has(id));
    for (const part of chunks(missing)) {
      // A statement takes only so many values.
      // oxlint-disable-next-line no-await-in-loop
      const rows = await this.#database<KeyRow>('ledger_keys')
        .whereIn('id', part)
        .whereNotNull('resident_id')
        .select();
      for (const row of rows) {
        known.set(row.id, keyOf(row));
        this.#byId.set(row.id, keyOf(row));
      }
    }
    return known;
  }

  /** Forgets what is in memory, so that what was destroyed is unknown at once. */
  forget(): void {
    this.#current.clear();
    this.#byId.clear();
  }

  #known(id: string): readonly (readonly [string, SealingKey])[] {
    const key = this.#byId.get(id);
    return key ? [[id, key]] : [];
  }

  async #load(wanted: readonly (readonly [string, string])[]): Promise<readonly SealingKey[]> {
    const found = await this.#find(wanted);
    const missing = wanted.filter((each) => !found.has(nameOf(each)));
    if (missing.length > 0) await this.#make(missing);
    const made = missing.length > 0 ? await this.#find(missing) : found;
    return wanted.map((each) => {
      const name = nameOf(each);
      const key = found.get(name) ?? made.get(name);
      if (!key) throw new Error('The key of a resident could not be made.');
      this.#current.set(name, key);
      return key;
    });
  }

  async #find(wanted: readonly (readonly [string, string])[]): Promise<ReadonlyMap<string, SealingKey>> {
    const found = new Map<string, SealingKey>();
    for (const part of chunks(wanted)) {
      const ids = [...new Set(part.map(([id]) => id))];
      const periods = [...new Set(part.map(([, period]) => period))];
      // oxlint-disable-next-line no-await-in-loop
      const rows = await this.#database<KeyRow>('ledger_keys')
        .whereIn('resident_id', ids)
        .whereIn('period', periods)
        .whereNotNull('key')
        .select();
      for (const row of rows) found.set(nameOf([row.resident_id ?? '', row.period]), keyOf(row));
    }
    return found;
  }

  /** Another process may make the same keys at the same time: the first one counts. */
  async #make(missing: readonly (readonly [string, string])[]): Promise<void> {
    const rows = missing.map(([residentId, period]) => {
      const key = randomBytes(32).toString('base64url');
      return { id: randomUUID(), resident_id: residentId, period, key };
    });
    await inTransaction(this.#database, async (transaction) => {
      for (const part of chunks(rows)) {
        // oxlint-disable-next-line no-await-in-loop
        await transaction('ledger_keys').insert(part).onConflict(['resident_id', 'period']).ignore();
      }
    });
  }

  /** The keys that residents have. */
  async keysHeldBy(residentIds: readonly string[]): Promise<readonly HeldKey[]> {
    return this.#held('resident_id', residentIds);
  }

  /** Those of some keys that were not taken from their residents. */
  async keysHeldOf(ids: readonly string[]): Promise<readonly HeldKey[]> {
    return this.#held('id', ids);
  }

  async #held(column: 'id' | 'resident_id', values: readonly string[]): Promise<readonly HeldKey[]> {
    const held: HeldKey[] = [];
    for (const part of chunks(values)) {
      // oxlint-disable-next-line no-await-in-loop
      const rows = await this.#database<KeyRow>('ledger_keys')
        .whereIn(column, part)
        .whereNotNull('resident_id')
        .select('id', 'resident_id', 'period');
      held.push(
        ...rows.map(({ id, resident_id: residentId, period }) => {
          return { id, residentId: residentId ?? '', period };
        }),
      );
    }
    return held;
  }

  /** Ids of the keys for years before. */
  async idsBefore(year: string): Promise<readonly string[]> {
    const rows = await this.#database<KeyRow>('ledger_keys')
      .whereNotNull('resident_id')
      .where('period', '<', year)
      .select('id');
    return rows.map(({ id }) => id);
  }

  /** Takes keys from their residents: whoever asks for one from now on gets another. */
  async retire(ids: readonly string[], { at, reason, by }: Retirement): Promise<void> {
    const retired = {
      resident_id: null,
      retired_at: at.toISOString(),
      retired_reason: reason,
      retired_by: by,
    };
    await inTransaction(this.#database, async (transaction) => {
      for (const part of chunks(ids)) {
        // oxlint-disable-next-line no-await-in-loop
        await transaction<KeyRow>('ledger_keys')
          .whereIn('id', part)
          .whereNotNull('resident_id')
          .update(retired);
      }
    });
    this.forget();
  }

  /** Keys that were retired before and are not destroyed, as they were retired. */
  async retiredBefore(
    before: Date,
  ): Promise<readonly { readonly id: string; readonly reason: Retirement['reason'] }[]> {
    const rows = await this.#database<KeyRow>('ledger_keys')
      .whereNotNull('key')
      .where('retired_at', '<', before.toISOString())
      .select('id', 'retired_reason');
    return rows.map(({ id, retired_reason: reason }) => {
      return { id, reason: reason === 'order' ? reason : 'retention' };
    });
  }

  /** Destroys keys that were retired; what was destroyed before stays as it is. */
  async destroy(ids: readonly string[], at: Date): Promise<void> {
    this.forget();
    for (const part of chunks(ids)) {
      // oxlint-disable-next-line no-await-in-loop
      await retrying(async () =>
        this.#database('ledger_keys')
          .whereIn('id', part)
          .whereNotNull('key')
          .update({ key: null, destroyed_at: at.toISOString() }),
      );
    }
  }
}

function keyOf({ id, key }: KeyRow): SealingKey {
  return sealingKey(id, key ?? '');
}

function periodOf(at: Date): string {
  return String(at.getUTCFullYear());
}

function nameOf([residentId, period]: readonly [string, string]): string {
  return `${period} ${residentId}`;
}

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const size = 200;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

import type { Database, Knex } from '@resident-graph/subgraph-kit';

import type { Change, Kind, States } from './changes.ts';
import type { EventType, IndexEvent } from './index-event.ts';
import type { Match, Matcher } from './matcher.ts';
import { tableOf } from './tables.ts';

/** The index's tables inside one transaction. What was staged is read back before it is written. */
export class IndexStore {
  readonly #transaction: Knex.Transaction;
  readonly #sequence: number;
  readonly #changes: Change[] = [];

  private constructor(transaction: Knex.Transaction, sequence: number) {
    this.#transaction = transaction;
    this.#sequence = sequence;
  }

  /**
   * Does work in a transaction and enters it in the log as one event; nothing is entered where nothing changed.
   * Writers take turns: the first statement locks the row that counts the events.
   */
  static async write(
    database: Database,
    entry: Omit<IndexEvent, 'sequence' | 'changes'>,
    work: (store: IndexStore) => Promise<void>,
  ): Promise<IndexEvent | null> {
    return database.transaction(async (transaction) => {
      await transaction('index_clock').increment('sequence', 1);
      const clock = await transaction<{ sequence: number }>('index_clock').first('sequence');
      const store = new IndexStore(transaction, Number(clock?.sequence));
      await work(store);
      if (store.#changes.length > 0) return store.#enter(entry);
      await transaction('index_clock').decrement('sequence', 1);
      return null;
    });
  }

  /** What a thing is now; null where there is none. */
  async get<K extends Kind>(kind: K, key: string): Promise<States[K] | null> {
    return tableOf(kind).read(this.#transaction, key);
  }

  /** Changes a thing, and keeps what it was. */
  async set<K extends Kind>(kind: K, key: string, after: States[K] | null): Promise<void> {
    const before = await this.get(kind, key);
    await tableOf(kind).write(this.#transaction, key, after, this.#sequence);
    this.#changes.push({ kind, key, before, after } as Change);
  }

  /** Does what has no part in the log, such as keeping keys, inside the same transaction. */
  using<Answer>(work: (transaction: Knex.Transaction) => Promise<Answer>): Promise<Answer> {
    return work(this.#transaction);
  }

  /** Who a record may be. */
  matches(matcher: Matcher, record: string, person: string): Promise<readonly Match[]> {
    return matcher.find(this.#transaction, record, person);
  }

  /** The records that are linked to a resident, the longest linked first. */
  async recordsOf(resident: string): Promise<readonly string[]> {
    const rows = await this.#transaction<{ record_id: string; resident_id: string }>('record_links')
      .where({ resident_id: resident })
      .whereNull('until_sequence')
      .orderBy([{ column: 'from_sequence' }, { column: 'record_id' }])
      .select('record_id');
    return rows.map(({ record_id }) => record_id);
  }

  /** The ids that were merged into a resident. */
  async replacedBy(resident: string): Promise<readonly string[]> {
    const rows = await this.#transaction<{ id: string; replaced_by: string }>('residents')
      .where({ replaced_by: resident })
      .orderBy('id')
      .select('id');
    return rows.map(({ id }) => id);
  }

  /** The resident whose a record was before that id was merged into the given one; null without any. */
  async formerResidentOf(record: string, survivor: string): Promise<string | null> {
    const row = await this.#transaction<{ resident_id: string }>('record_links')
      .join('residents', 'residents.id', 'record_links.resident_id')
      .where({ record_id: record, status: 'MERGED', replaced_by: survivor })
      .orderBy('from_sequence', 'desc')
      .first('resident_id');
    return row?.resident_id ?? null;
  }

  /** An entry of the log. */
  async event(sequence: number): Promise<IndexEvent | null> {
    const [event] = await readEvents(this.#transaction, (rows) => rows.where({ sequence }));
    return event ?? null;
  }

  /** Whether an entry was undone already. */
  async isUndone(sequence: number): Promise<boolean> {
    return (
      (await this.#transaction('index_events').where({ undoes: sequence }).first('sequence')) !== undefined
    );
  }

  async #enter(entry: Omit<IndexEvent, 'sequence' | 'changes'>): Promise<IndexEvent> {
    const event = { ...entry, sequence: this.#sequence, changes: this.#changes };
    await this.#transaction('index_events').insert({
      ...entry,
      sequence: event.sequence,
      at: new Date().toISOString(),
      changes: JSON.stringify(event.changes),
    });
    return event;
  }
}

interface EventRow {
  readonly sequence: number;
  readonly type: EventType;
  readonly actor: string;
  readonly reason: string;
  readonly undoes: number | null;
  readonly changes: string;
}

/** Entries of the log in their order; all of them without a condition. */
export async function readEvents(
  database: Database | Knex.Transaction,
  condition: (rows: Knex.QueryBuilder) => Knex.QueryBuilder = (rows) => rows,
): Promise<readonly IndexEvent[]> {
  const rows: readonly EventRow[] = await condition(database('index_events')).orderBy('sequence');
  return rows.map(({ sequence, type, actor, reason, undoes, changes }) => ({
    sequence,
    type,
    actor,
    reason,
    undoes,
    changes: JSON.parse(changes) as readonly Change[],
  }));
}

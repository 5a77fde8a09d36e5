import type { Database, Knex } from '@resident-graph/subgraph-kit';

import type { Change, Kind, States } from './changes.ts';
import type { EventType, IndexEvent } from './index-event.ts';
import type { Match, Matcher } from './matcher.ts';
import { concernedBy } from './concerned-by.ts';
import { IndexRefusal } from './refusal.ts';
import { issueResidentId } from './resident-id.ts';
import { tableOf } from './tables.ts';

/** What is entered in the log, and on which condition. */
export interface NewEntry extends Omit<IndexEvent, 'sequence' | 'changes'> {
  /** The latest entry that was known of the residents concerned; null where it does not matter. */
  readonly expectedVersion?: number | null;
}

/** The index's tables inside one transaction. What was staged is read back before it is written. */
export class IndexStore {
  readonly #transaction: Knex.Transaction;
  readonly #sequence: number;
  readonly #changes: Change[] = [];
  readonly #contents = new Map<string, string>();

  private constructor(transaction: Knex.Transaction, sequence: number) {
    this.#transaction = transaction;
    this.#sequence = sequence;
  }

  /**
   * Does work in a transaction and enters it in the log as one event; nothing is entered where nothing changed.
   * Writers take turns: the first statement locks the row that counts the events.
   *
   * @param work may give the type of the event, where it shows only in the course of it
   * @throws IndexRefusal CHANGED_SINCE where a resident concerned has an entry after the expected one
   */
  static async write(
    database: Database,
    entry: NewEntry,
    work: (store: IndexStore) => Promise<EventType | void>,
  ): Promise<IndexEvent | null> {
    return database.transaction((transaction) => IndexStore.writeIn(transaction, entry, work));
  }

  /** The same inside a transaction that is open already: several entries then stand or fall together. */
  static async writeIn(
    transaction: Knex.Transaction,
    entry: NewEntry,
    work: (store: IndexStore) => Promise<EventType | void>,
  ): Promise<IndexEvent | null> {
    await transaction('index_clock').increment('sequence', 1);
    const clock = await transaction<{ sequence: number }>('index_clock').first('sequence');
    const store = new IndexStore(transaction, Number(clock?.sequence));
    const type = (await work(store)) ?? entry.type;
    if (store.#changes.length > 0) return store.#enter({ ...entry, type });
    await transaction('index_clock').decrement('sequence', 1);
    return null;
  }

  /** The number that the entry will have, if anything changes. */
  get sequence(): number {
    return this.#sequence;
  }

  /** What a thing is now; null where there is none. */
  async get<K extends Kind>(kind: K, key: string): Promise<States[K] | null> {
    return tableOf(kind).read(this.#transaction, key);
  }

  /** Changes a thing, and keeps what it was. */
  async set<K extends Kind>(kind: K, key: string, after: States[K] | null): Promise<void> {
    const before = await this.get(kind, key);
    await tableOf(kind).write(this.#transaction, key, after, {
      sequence: this.#sequence,
      contents: this.#contents,
    });
    this.#changes.push({ kind, key, before, after } as Change);
  }

  /** Writes down what an agency says of a record, under a content of its own. */
  async setRecord(key: string, { source, person }: { source: string; person: string }): Promise<void> {
    const content = issueResidentId();
    this.#contents.set(content, person);
    await this.set('record', key, { source, content, isActive: true });
  }

  /** What an agency says of a record now; null where there is no such record. */
  async personOf(record: string): Promise<string | null> {
    const row = await this.#transaction<{ id: string; person: string }>('local_records')
      .where({ id: record })
      .first('person');
    return row?.person ?? null;
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

  /** Whether a person has linked one of a resident's records. */
  async hasManualLink(resident: string): Promise<boolean> {
    const row = await this.#transaction('record_links')
      .where({ resident_id: resident, method: 'MANUAL' })
      .whereNull('until_sequence')
      .first('record_id');
    return row !== undefined;
  }

  /** The entry with which the first record was linked to a resident. */
  async linkedSince(resident: string): Promise<number> {
    const row = await this.#transaction<{ from_sequence: number; resident_id: string }>('record_links')
      .where({ resident_id: resident })
      .orderBy('from_sequence')
      .first('from_sequence');
    return row?.from_sequence ?? this.#sequence;
  }

  /** The residents from whom and to whom records went in this entry. */
  movedBetween(): readonly string[] {
    const links = this.#changes.flatMap((change) => (change.kind === 'link' ? [change] : []));
    return [
      ...new Set(links.flatMap(({ before, after }) => [before, after].flatMap((one) => one?.resident ?? []))),
    ];
  }

  /** The open questions that are about these residents: whose the record is, and who is asked about. */
  async questionsAbout(
    residents: readonly string[],
  ): Promise<readonly { readonly id: string; readonly own: string; readonly asked: string }[]> {
    const some = [...residents];
    return this.#transaction('review_items')
      .join('record_links', 'record_links.record_id', 'review_items.record_id')
      .where('review_items.status', 'OPEN')
      .whereNull('record_links.until_sequence')
      .where((about) => {
        void about.whereIn('review_items.resident_id', some).orWhereIn('record_links.resident_id', some);
      })
      .orderBy('review_items.id')
      .select({
        id: 'review_items.id',
        own: 'record_links.resident_id',
        asked: 'review_items.resident_id',
      });
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

  async #enter({ expectedVersion = null, ...entry }: NewEntry): Promise<IndexEvent> {
    const event = { ...entry, sequence: this.#sequence, changes: this.#changes };
    const residents = await concernedBy(this.#transaction, this.#changes);
    await this.requireUnchanged(residents, expectedVersion);
    await this.#transaction('index_events').insert({
      ...entry,
      sequence: event.sequence,
      at: new Date().toISOString(),
      changes: JSON.stringify(event.changes),
    });
    const rows = residents.map((resident) => ({
      id: `${resident} ${event.sequence}`,
      sequence: event.sequence,
      resident_id: resident,
    }));
    for (let from = 0; from < rows.length; from += rowsPerStatement)
      // oxlint-disable-next-line no-await-in-loop
      await this.#transaction('event_residents').insert(rows.slice(from, from + rowsPerStatement));
    return event;
  }

  /** @throws IndexRefusal CHANGED_SINCE if there is a later entry about one of them; of null nothing is required */
  async requireUnchanged(residents: readonly string[], expectedVersion: number | null): Promise<void> {
    if (expectedVersion === null) return;
    const later = await this.#transaction('event_residents')
      .whereIn('resident_id', [...residents])
      .where('sequence', '>', expectedVersion)
      .first('sequence');
    if (later !== undefined) throw new IndexRefusal('CHANGED_SINCE');
  }
}

/** What every database takes in one statement, by far. */
const rowsPerStatement = 200;

interface EventRow {
  readonly sequence: number;
  readonly type: EventType;
  readonly actor: string;
  readonly reason: string;
  readonly purpose: string | null;
  readonly undoes: number | null;
  readonly changes: string;
}

/** Entries of the log in their order; all of them without a condition. */
export async function readEvents(
  database: Database | Knex.Transaction,
  condition: (rows: Knex.QueryBuilder) => Knex.QueryBuilder = (rows) => rows,
): Promise<readonly IndexEvent[]> {
  const rows: readonly EventRow[] = await condition(database('index_events')).orderBy('sequence');
  return rows.map(({ sequence, type, actor, reason, purpose, undoes, changes }) => ({
    sequence,
    type,
    actor,
    reason,
    purpose,
    undoes,
    changes: JSON.parse(changes) as readonly Change[],
  }));
}

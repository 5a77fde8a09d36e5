import type { Database, Knex } from '@resident-graph/subgraph-kit';

import {
  decide,
  areSpokenOf,
  endsSpokenOf,
  link,
  linkOf,
  load,
  merge,
  mergesManualLinks,
  propose,
  sample,
  settle,
  undo,
  unlink,
  withdraw,
  type LocalRecord,
  type ReviewDecision,
  type SampledLink,
} from './commands/index.ts';
import { IndexStore } from './index-store.ts';
import type { EventType, IndexEvent } from './index-event.ts';
import type { Match, Matcher } from './matcher.ts';

/** Who does something, and why; both are in the log. */
export interface Act {
  readonly actor: string;
  readonly reason: string;
  /** The purpose of use for which it is done; null where none was stated. */
  readonly purpose?: string | null;
  /** The latest entry that was seen of the residents concerned: a later one makes the command refused. */
  readonly expectedVersion?: number | null;
}

/** What is known of an answer before it is carried out. */
export interface Reading {
  /** The entry that it will be, if it is carried out. */
  readonly sequence: number;
  /** Whether it would bring residents together of whom a person has spoken before. */
  readonly mergesManualLinks: boolean;
}

/** Takes note of an answer in the transaction in which it is carried out, and says whether that happens now. */
export type TakeReading = (transaction: Knex.Transaction, reading: Reading) => Promise<'apply' | 'wait'>;

const machine: Act = { actor: 'machine', reason: 'The record came from its agency.' };

/**
 * The master person index. Each command is one transaction and one entry of the log, which it gives back; null where
 * nothing was to be changed. What the tables hold is what the log says.
 *
 * @throws IndexRefusal for a command that cannot be carried out; nothing was changed then.
 */
export class MasterIndex {
  readonly #database: Database;
  readonly #matcher: Matcher;

  constructor(database: Database, matcher: Matcher) {
    this.#database = database;
    this.#matcher = matcher;
  }

  /** Takes in a record that is new or has changed. Only here does the machine decide, and never against a person. */
  async load(record: LocalRecord): Promise<IndexEvent | null> {
    const known = await this.#database('local_records').where({ id: record.id }).first('id');
    const type = known === undefined ? 'LOAD' : 'UPDATE';
    return this.#write(type, machine, (store) => load(store, record, this.#matcher));
  }

  /** An agency has taken a record back. */
  withdraw(record: string): Promise<IndexEvent | null> {
    return this.#write('UPDATE', machine, (store) => withdraw(store, record));
  }

  /** A person links a record to a resident. */
  link(record: string, resident: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('LINK', act, async (store) => {
      await link(store, record, resident);
      await settle(store);
    });
  }

  /**
   * The same by one person alone; null, and nothing changed, where it would end a resident of whom a person has spoken:
   * that word is not taken back by another person's alone.
   */
  linkAlone(record: string, resident: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('LINK', act, async (store) => {
      if (await endsSpokenOf(store, record, resident)) return;
      await link(store, record, resident);
      await settle(store);
    });
  }

  /** A person unlinks a record from its resident. */
  unlink(record: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('UNLINK', act, async (store) => {
      await unlink(store, record);
      await settle(store);
    });
  }

  /** A person merges one resident into another. */
  merge(survivor: string, merged: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('MERGE', act, async (store) => {
      await merge(store, survivor, merged);
      await settle(store);
    });
  }

  /** The same by one person alone; null, and nothing changed, where a person has spoken of them. */
  mergeAlone(survivor: string, merged: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('MERGE', act, async (store) => {
      if (await areSpokenOf(store, survivor, merged)) return;
      await merge(store, survivor, merged);
      await settle(store);
    });
  }

  /** A person answers a question; null where the answer waits for a second reader or was not the same as the first's. */
  decide(
    review: string,
    decision: ReviewDecision,
    act: Act,
    takeReading: TakeReading,
  ): Promise<IndexEvent | null> {
    return this.#write('DECIDE', act, async (store) => {
      const isMerging = decision === 'SAME_PERSON' && (await mergesManualLinks(store, review));
      const reading = { sequence: store.sequence, mergesManualLinks: isMerging };
      const next = await store.using((transaction) => takeReading(transaction, reading));
      if (next === 'wait') return undefined;
      const done = await decide(store, review, decision);
      await settle(store);
      return done;
    });
  }

  /** Asks whether two residents are one, or asks it again. Gives the question's id. */
  propose(survivor: string, merged: string, act: Act): Promise<string> {
    return this.#propose(survivor, () => Promise.resolve(merged), act);
  }

  /** Asks whether a resident and the one to whom a record is linked are one, or asks it again. Gives the question's id. */
  proposeLink(record: string, resident: string, act: Act): Promise<string> {
    return this.#propose(resident, (store) => linkOf(store, record), act);
  }

  async #propose(
    survivor: string,
    mergedOf: (store: IndexStore) => Promise<string>,
    act: Act,
  ): Promise<string> {
    let id = '';
    await this.#write('ASK', act, async (store) => {
      const merged = await mergedOf(store);
      // Where the question is open already nothing is entered, and nothing else would look.
      await store.requireUnchanged([survivor, merged], act.expectedVersion ?? null);
      id = await propose(store, survivor, merged);
    });
    return id;
  }

  /** Records that a record may be of the same person as, by what it says now; none where there is no such record. */
  matchesOf(record: string): Promise<readonly Match[]> {
    return this.#database.transaction(async (transaction) => {
      const row = await transaction<{ id: string; person: string }>('local_records')
        .where({ id: record })
        .first('person');
      return row === undefined ? [] : this.#matcher.find(transaction, record, row.person);
    });
  }

  /** Opens questions about links that the machine made. */
  sample(links: readonly SampledLink[], act: Act): Promise<IndexEvent | null> {
    return this.#write('ASK', act, (store) => sample(store, links));
  }

  /** A person undoes an event, whichever it was. */
  undo(sequence: number, act: Act): Promise<IndexEvent | null> {
    return this.#write('UNDO', act, (store) => undo(store, sequence), sequence);
  }

  #write(
    type: EventType,
    act: Act,
    work: (store: IndexStore) => Promise<EventType | void>,
    undoes: number | null = null,
  ): Promise<IndexEvent | null> {
    const { actor, reason, purpose = null, expectedVersion = null } = act;
    return IndexStore.write(this.#database, { type, actor, reason, purpose, expectedVersion, undoes }, work);
  }
}

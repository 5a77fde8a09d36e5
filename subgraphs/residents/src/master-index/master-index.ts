import type { Database } from '@resident-graph/subgraph-kit';

import { link, load, merge, undo, unlink, type LocalRecord } from './commands/index.ts';
import { IndexStore } from './index-store.ts';
import type { EventType, IndexEvent } from './index-event.ts';
import type { Matcher } from './matcher.ts';

/** Who does something, and why; both are in the log. */
export interface Act {
  readonly actor: string;
  readonly reason: string;
}

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

  /** A person links a record to a resident. */
  link(record: string, resident: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('LINK', act, (store) => link(store, record, resident));
  }

  /** A person unlinks a record from its resident. */
  unlink(record: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('UNLINK', act, (store) => unlink(store, record));
  }

  /** A person merges one resident into another. */
  merge(survivor: string, merged: string, act: Act): Promise<IndexEvent | null> {
    return this.#write('MERGE', act, (store) => merge(store, survivor, merged));
  }

  /** A person undoes an event, whichever it was. */
  undo(sequence: number, act: Act): Promise<IndexEvent | null> {
    return this.#write('UNDO', act, (store) => undo(store, sequence), sequence);
  }

  #write(
    type: EventType,
    act: Act,
    work: (store: IndexStore) => Promise<void>,
    undoes: number | null = null,
  ): Promise<IndexEvent | null> {
    return IndexStore.write(this.#database, { type, ...act, undoes }, work);
  }
}

import { setTimeout as pause } from 'node:timers/promises';

import { failure } from '../../errors/index.ts';
import type { Database } from '../../governance/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { ResidentKeys } from '../keys/index.ts';
import type { LedgerLog, SequencedEntry } from '../log/index.ts';
import type { OpenedEntry } from './opened-entry.ts';
import { openEntries } from './opened-entry.ts';
import { rowsOf } from './rows.ts';
import { continuesRecord } from './whole-records.ts';
import { writeRows } from './write-rows.ts';

/** What an index is made of. */
export interface LedgerIndexOptions {
  readonly database: Database;
  readonly keys: ResidentKeys;
  /** The log of this process. */
  readonly ledger: Pick<LedgerLog, 'readFrom' | 'size'>;
  /** Name of the log: its origin. */
  readonly name: string;
  readonly log: Logger;
  /** How long entries are gathered before they are written together; 1000 by default: each writing costs as much as many entries. */
  readonly gatherMilliseconds?: number;
}

/** Entries that wait in memory; with more of them the index goes on from the log. */
const mostWaiting = 20_000;

/** How often a reader tries before the index counts as unavailable. */
const mostAttempts = 20;

/** Entries that are read from the log and written at one time. */
const batchSize = 1000;

/**
 * Keeps the index in step with the log of this process, behind the answers: an answer waits for the log and never for
 * the index. What the database couldn't take is read again from the log.
 */
export class LedgerIndex {
  readonly #options: LedgerIndexOptions;
  #waiting: OpenedEntry[] = [];
  /** Everything before it is in the index. */
  #next = 0;
  /** Whether what waits in memory is not all that is missing. */
  #isBehind = true;
  #writing: Promise<void> | null = null;
  #isClosed = false;
  #hurry: () => void = () => {};

  private constructor(options: LedgerIndexOptions, next: number) {
    this.#options = options;
    this.#next = next;
  }

  /**
   * Opens the index where it was left; what the log has besides is indexed in the background.
   *
   * @throws Failure LEDGER_UNUSABLE if the index has more than the log: what came would be taken for what is indexed
   */
  static async open(options: LedgerIndexOptions): Promise<LedgerIndex> {
    const { database, name } = options;
    const [row] = await database('ledger_progress').where({ log: name }).select('next_sequence');
    // PostgreSQL's driver gives large numbers as text.
    const next = Number((row as { next_sequence: number | string } | undefined)?.next_sequence ?? 0);
    if (next > options.ledger.size) throw isAhead(name);
    const index = new LedgerIndex(options, next);
    index.#begin();
    return index;
  }

  /** Takes entries that are durable now. */
  take(entries: readonly OpenedEntry[]): void {
    this.#waiting.push(...entries);
    if (this.#waiting.length > mostWaiting) this.#fallBehind();
    this.#begin();
  }

  /** Resolves when everything that was durable at the call is in the index. @throws if the database can't take it */
  async settled(): Promise<void> {
    const target = this.#options.ledger.size;
    for (let attempt = 1; this.#next < target; attempt += 1) {
      this.#begin();
      this.#hurry();
      // oxlint-disable-next-line no-await-in-loop -- each turn writes what came in the one before
      await this.#writing;
      if (this.#next >= target) return;
      if (attempt === mostAttempts) throw new Error('The index of the ledger is behind.');
      // oxlint-disable-next-line no-await-in-loop -- what is durable is handed over a moment later
      await pause(attempt);
    }
  }

  /** Writes what waits. */
  async close(): Promise<void> {
    await this.settled().catch(() => undefined);
    this.#isClosed = true;
    this.#hurry();
    await this.#writing;
  }

  #begin(): void {
    if (this.#writing !== null || this.#isClosed) return;
    this.#writing = this.#later().finally(() => {
      this.#writing = null;
      if (this.#waiting.length > 0 || this.#isBehind) this.#begin();
    });
  }

  async #later(): Promise<void> {
    const { gatherMilliseconds = 1000, log } = this.#options;
    await this.#pause(gatherMilliseconds);
    try {
      await this.#write();
    } catch (error) {
      log.error('the index of the ledger is behind', { error });
      this.#fallBehind();
    }
  }

  /** Somebody who waits for the index ends it. */
  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #write(): Promise<void> {
    if (this.#isBehind) await this.#catchUp();
    const entries = this.#waiting.toSorted((left, right) => left.sequence - right.sequence);
    this.#waiting = [];
    await this.#put(entries);
  }

  /** Reads what was durable when it began; what comes meanwhile waits in memory, or there would be no end to it. */
  async #catchUp(): Promise<void> {
    const { ledger, keys } = this.#options;
    this.#isBehind = false;
    const end = ledger.size;
    let batch: SequencedEntry[] = [];
    for await (const entry of ledger.readFrom(this.#next)) {
      if (entry.sequence >= end) break;
      if (batch.length >= batchSize && !continuesRecord(entry)) {
        await this.#put(await openEntries(batch, keys));
        batch = [];
      }
      batch.push(entry);
    }
    await this.#put(await openEntries(batch, keys));
  }

  /** What waited is read from the log. */
  #fallBehind(): void {
    this.#waiting = [];
    this.#isBehind = true;
  }

  async #put(entries: readonly OpenedEntry[]): Promise<void> {
    const fresh = entries.filter(({ sequence }) => sequence >= this.#next);
    const last = fresh.at(-1);
    if (last === undefined) return;
    // A gap would be taken for something that is in the index.
    const isWhole = fresh[0]?.sequence === this.#next && last.sequence - this.#next === fresh.length - 1;
    if (!isWhole) {
      this.#fallBehind();
      return;
    }
    const { database, name } = this.#options;
    await writeRows(database, name, rowsOf(name, fresh), last.sequence + 1);
    this.#next = last.sequence + 1;
  }
}

function isAhead(place: string): Error {
  return failure('LEDGER_UNUSABLE', {
    place,
    message:
      'The index of the ledger has more records than the log, which was put back or replaced. Restore the log; if it is the right one, make the index anew with check-ledger-index --rebuild.',
  });
}

import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

import { failure } from '../../errors/index.ts';
import type { LedgerEntry } from './ledger-log.ts';

/** Makes the groups durable together, or throws with none of them in the log; gives the first one's sequence. */
export type Commit = (groups: readonly (readonly LedgerEntry[])[]) => Promise<number>;

interface Append {
  readonly entries: readonly LedgerEntry[];
  readonly bytes: number;
  readonly resolve: (sequence: number) => void;
  readonly reject: (reason: unknown) => void;
}

const batchBytes = 8 << 20;
const mostWaitingBytes = 64 << 20;
const stalledMilliseconds = 10_000;
/** The shortest time from one sync to the next where several appends share them. */
const spacingMilliseconds = 3;

/**
 * Group commit: all appends that wait while one batch is written become the next one, so that the more come at a
 * time, the fewer syncs there are to an append. On a disk that syncs faster than appends come there would be a sync to
 * each: where several came at a time, the next sync waits a moment for more of them; after one that came alone it doesn't.
 */
export class WaitingAppends {
  readonly #commit: Commit;
  #waiting: Append[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | null = null;
  #startedAt = 0;
  /** When, on the clock of `performance.now()`, the next batch may be written. */
  #nextAt = 0;

  constructor(commit: Commit) {
    this.#commit = commit;
  }

  /** @throws Failure LEDGER_UNAVAILABLE if its batch failed, or the disk does not keep up */
  async append(entries: readonly LedgerEntry[], bytes: number): Promise<number> {
    const isStalled = this.#running !== null && Date.now() - this.#startedAt > stalledMilliseconds;
    if (isStalled || this.#waitingBytes > mostWaitingBytes) throw failure('LEDGER_UNAVAILABLE');
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entries, bytes, resolve, reject });
      this.#waitingBytes += bytes;
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#startedAt = Date.now();
    // oxlint-disable-next-line no-await-in-loop -- whoever comes meanwhile shares the sync
    for (await this.#gather(); this.#waiting.length > 0; await this.#gather()) {
      const batch = this.#next();
      this.#startedAt = Date.now();
      this.#nextAt = batch.length > 1 ? performance.now() + spacingMilliseconds : 0;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one batch after the other
        let sequence = await this.#commit(batch.map(({ entries }) => entries));
        for (const { entries, resolve } of batch) {
          resolve(sequence);
          sequence += entries.length;
        }
      } catch (cause) {
        this.#refuse([...batch, ...this.#waiting.splice(0)], cause);
      }
    }
    this.#running = null;
  }

  async #gather(): Promise<void> {
    const milliseconds = this.#waiting.length > 0 ? this.#nextAt - performance.now() : 0;
    await (milliseconds > 0 ? pause(milliseconds) : nextTurn());
  }

  #next(): readonly Append[] {
    let [count, bytes] = [0, 0];
    for (const append of this.#waiting) {
      if (count > 0 && bytes + append.bytes > batchBytes) break;
      count += 1;
      bytes += append.bytes;
    }
    this.#waitingBytes -= bytes;
    return this.#waiting.splice(0, count);
  }

  #refuse(appends: readonly Append[], cause: unknown): void {
    this.#waitingBytes = 0;
    const refusal = failure('LEDGER_UNAVAILABLE', { cause });
    for (const { reject } of appends) reject(refusal);
  }
}

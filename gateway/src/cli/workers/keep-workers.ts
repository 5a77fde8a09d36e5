import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { Logger } from '../../telemetry/index.ts';
import { isReadyMessage, placeVariable, stopMessage } from './worker-messages.ts';

/** How workers are kept. */
export interface WorkersOptions {
  readonly count: number;
  /** Called once, when all of them answer. */
  readonly onReady: (url: string) => void;
  /** Asks all of them to finish and end. */
  readonly stopped: Promise<void>;
  readonly log: Logger;
}

const shortestPauseMilliseconds = 100;
const longestPauseMilliseconds = 10_000;
/** A worker that lived as long as this did not end because of how it starts. */
const longLifeMilliseconds = 10_000;

/**
 * Runs this program's own command in several processes that share its port (https://nodejs.org/api/cluster.html).
 *
 * 1. One worker starts; if it can't, none can, and it has said why.
 * 2. The others start, on the port that the first one has: a port that the system chooses is chosen once.
 * 3. A worker that ends is replaced, after a pause that doubles while they keep ending soon.
 * 4. When told to stop, all finish what they have begun, and none is replaced.
 *
 * No state of requests is in this process: it hands out connections and nothing else.
 *
 * @returns whether the workers ever served
 */
export async function keepWorkers(options: WorkersOptions): Promise<boolean> {
  const keeper = new WorkerKeeper(options.log);
  void options.stopped.then(() => keeper.stop());
  const first = keeper.keep(1);
  const url = await Promise.race([keeper.nextReady(), first]);
  if (url === undefined) return false;
  const others = Array.from({ length: options.count - 1 }, (_, index) => keeper.keep(index + 2));
  const done = Promise.all([first, ...others]);
  await Promise.race([keeper.readiness(options.count), done]);
  if (!keeper.isStopping) options.onReady(url);
  await done;
  return true;
}

class WorkerKeeper {
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #workers = new Set<Worker>();
  readonly #listeners = new Set<(url: string) => void>();
  #readyCount = 0;

  constructor(log: Logger) {
    this.#log = log;
  }

  get isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  stop(): void {
    this.#stopping.abort();
    for (const worker of this.#workers) if (worker.isConnected()) worker.send(stopMessage);
  }

  nextReady(): Promise<string> {
    return new Promise((resolve) => this.#listeners.add(resolve));
  }

  /** Resolves when so many workers have ever answered. */
  async readiness(count: number): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- each wait is for the next of them
    while (this.#readyCount < count) await this.nextReady();
  }

  /** Keeps one worker's place, numbered from 1, filled until all are to stop, or until nothing ever served. */
  async keep(place: number): Promise<undefined> {
    let wait = shortestPauseMilliseconds;
    while (!this.isStopping) {
      const began = Date.now();
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what a place is
      await this.#live(place);
      if (this.isStopping || this.#readyCount === 0) return;
      const isOld = Date.now() - began >= longLifeMilliseconds;
      wait = isOld ? shortestPauseMilliseconds : Math.min(wait * 2, longestPauseMilliseconds);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
  }

  /** One worker, from its start to its end. */
  async #live(place: number): Promise<void> {
    const worker = cluster.fork({ [placeVariable]: String(place) });
    this.#workers.add(worker);
    worker.on('message', (message: unknown) => {
      if (isReadyMessage(message)) this.#ready(worker, message.url);
    });
    const [status, signal] = (await once(worker, 'exit')) as [number | null, string | null];
    this.#workers.delete(worker);
    if (this.isStopping) return;
    const process = worker.process.pid;
    this.#log.error('a worker ended', {
      ...(process !== undefined && { process }),
      ...(status !== null && { status }),
      ...(signal !== null && { signal }),
    });
  }

  /** What a worker was told while it started, it may have been too young to hear. */
  #ready(worker: Worker, url: string): void {
    if (this.isStopping) worker.send(stopMessage);
    this.#readyCount += 1;
    for (const listener of this.#listeners) listener(url);
    this.#listeners.clear();
  }
}

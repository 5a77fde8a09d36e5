import type { Worker } from 'node:worker_threads';

import { startWorker } from '../start-worker.ts';
import type { PlannerMessage, PlannerQuestion } from './planner-messages.ts';

/** What came of one question: the thread's answer, or that there is none. */
export type PlanningOutcome =
  PlannerMessage | { readonly kind: 'timed-out' } | { readonly kind: 'ended'; readonly cause: unknown };

/** Memory that planning may use: an operation that needs more ends the thread and not the process. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/** One thread, asked one question at a time; it keeps the process alive only while it is asked. */
export class PlanningThread {
  readonly #worker: Worker;
  #settle: ((outcome: PlanningOutcome) => void) | undefined;
  #ended: { readonly cause: unknown } | undefined;

  constructor() {
    this.#worker = startWorker('./planning-worker', import.meta.url, { resourceLimits });
    this.#worker.on('message', (message: PlannerMessage) => this.#settle?.(message));
    this.#worker.on('error', (cause) => this.#end(cause));
    this.#worker.on('exit', (code) => this.#end(`The planning thread ended with ${code}.`));
    this.#worker.unref();
  }

  /** Without a limit, waits as long as it takes. A thread that timed out is of no more use. */
  async ask(question: PlannerQuestion, milliseconds?: number): Promise<PlanningOutcome> {
    const answer = this.#next();
    this.#worker.postMessage(question);
    const timer =
      milliseconds === undefined
        ? undefined
        : setTimeout(() => this.#settle?.({ kind: 'timed-out' }), milliseconds);
    const outcome = await answer;
    clearTimeout(timer);
    return outcome;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #next(): Promise<PlanningOutcome> {
    if (this.#ended) return Promise.resolve({ kind: 'ended', cause: this.#ended.cause });
    this.#worker.ref();
    return new Promise((resolve) => {
      this.#settle = (outcome) => {
        this.#settle = undefined;
        this.#worker.unref();
        resolve(outcome);
      };
    });
  }

  #end(cause: unknown): void {
    this.#ended ??= { cause };
    this.#settle?.({ kind: 'ended', cause });
  }
}

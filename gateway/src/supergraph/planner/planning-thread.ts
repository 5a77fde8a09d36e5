import type { Worker } from 'node:worker_threads';

import { startWorker } from '../start-worker.ts';
import type { PlannerData, PlannerMessage, PlanQuestion } from './planner-messages.ts';
import type { QueryPlan } from './query-plan.ts';

/** What came of one question: a plan, why the planner gave none, or that the thread is gone. */
export type PlanningOutcome =
  | { readonly kind: 'planned'; readonly plan: QueryPlan }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'ended'; readonly cause: unknown };

/** Memory that planning may use: an operation that needs more ends the thread and not the process. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/** One thread, for one caller at a time; it keeps the process alive only while it is asked. */
export class PlanningThread {
  readonly #worker: Worker;
  #settle: ((outcome: PlanningOutcome | { readonly kind: 'ready' }) => void) | undefined;
  #ended: { readonly cause: unknown } | undefined;

  constructor(sdl: string) {
    const workerData: PlannerData = { sdl };
    this.#worker = startWorker('./planning-worker', import.meta.url, { workerData, resourceLimits });
    this.#worker.on('message', (message: PlannerMessage) => this.#settle?.(message));
    this.#worker.on('error', (cause) => this.#end(cause));
    this.#worker.on('exit', (code) => this.#end(`The planning thread ended with ${code}.`));
    this.#worker.unref();
  }

  /** Waits until the planner is built. @throws what stopped it, for instance SDL that is no supergraph. */
  async ready(): Promise<void> {
    const outcome = await this.#next();
    if (outcome.kind === 'ended') throw new Error('The planner cannot be built.', { cause: outcome.cause });
  }

  /** After any outcome but a plan or a refusal the thread is of no more use. */
  async ask(question: PlanQuestion, milliseconds: number): Promise<PlanningOutcome> {
    const timer = setTimeout(() => this.#settle?.({ kind: 'timed-out' }), milliseconds);
    const answer = this.#next();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(question);
    const outcome = await answer;
    clearTimeout(timer);
    return outcome.kind === 'ready'
      ? { kind: 'ended', cause: 'The planning thread started again.' }
      : outcome;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #next(): Promise<PlanningOutcome | { readonly kind: 'ready' }> {
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

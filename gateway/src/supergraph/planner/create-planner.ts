import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { PlanningOutcome } from './planning-thread.ts';
import { PlanningThread } from './planning-thread.ts';
import type { QueryPlan } from './query-plan.ts';

/** How a planner is made. */
export interface PlannerOptions {
  /** The supergraph. */
  readonly sdl: string;
  /** The longest time that one plan may take; the thread of a plan that takes longer is ended. */
  readonly timeoutMilliseconds: number;
  /** Plans that may wait for the thread; more are refused, so that waiting stays short. */
  readonly maximumWaiting: number;
  readonly log: Logger;
}

/** Plans operations over one supergraph, off the event loop. */
export interface Planner {
  /**
   * @param document - one operation and the fragments that it uses
   * @throws Failure OPERATION_LIMIT_EXCEEDED if planning takes too long, INTERNAL_SERVER_ERROR if there is no plan
   */
  plan(document: string): Promise<QueryPlan>;
  close(): Promise<void>;
}

/**
 * Starts the planner's thread and waits until it is ready.
 *
 * @throws Error if the text is not a supergraph.
 */
export async function createPlanner(options: PlannerOptions): Promise<Planner> {
  const thread = new PlanningThread(options.sdl);
  await thread.ready();
  return new QueuedPlanner(options, thread);
}

class QueuedPlanner implements Planner {
  readonly #options: PlannerOptions;
  #thread: Promise<PlanningThread>;
  /** One plan after the other, so that the time limit is that of a plan and not of its place in the queue. */
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #closed = false;

  constructor(options: PlannerOptions, thread: PlanningThread) {
    this.#options = options;
    this.#thread = Promise.resolve(thread);
  }

  plan(document: string): Promise<QueryPlan> {
    if (this.#closed) return Promise.reject(failure('SHUTTING_DOWN'));
    if (this.#waiting >= this.#options.maximumWaiting) return Promise.reject(tooMuch('waiting'));
    this.#waiting += 1;
    const planned = this.#queue.then(() => this.#planNext(document));
    this.#queue = planned.catch(() => undefined).finally(() => (this.#waiting -= 1));
    return planned;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const thread = await this.#thread.catch(() => undefined);
    await thread?.end();
  }

  async #planNext(document: string): Promise<QueryPlan> {
    if (this.#closed) throw failure('SHUTTING_DOWN');
    const thread = await this.#thread;
    const outcome = await thread.ask({ document }, this.#options.timeoutMilliseconds);
    if (outcome.kind === 'planned') return outcome.plan;
    if (outcome.kind !== 'refused') this.#replace(thread);
    throw this.#failureOf(outcome);
  }

  #replace(thread: PlanningThread): void {
    if (this.#closed) return;
    this.#thread = thread.end().then(async () => {
      const next = new PlanningThread(this.#options.sdl);
      await next.ready();
      return next;
    });
    this.#thread.catch((error: unknown) =>
      this.#options.log.error('The planner did not start again', { error }),
    );
  }

  #failureOf(outcome: Exclude<PlanningOutcome, { kind: 'planned' }>): Failure {
    if (outcome.kind === 'timed-out') return tooMuch('planning');
    if (this.#closed) return failure('SHUTTING_DOWN');
    const cause = outcome.kind === 'refused' ? outcome.reason : outcome.cause;
    if (isOutOfMemory(cause)) return tooMuch('planning');
    this.#options.log.error('An operation was not planned', { error: new Error(String(cause), { cause }) });
    return failure('INTERNAL_SERVER_ERROR', { cause });
  }
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(stage: 'waiting' | 'planning'): Failure {
  return failure('OPERATION_LIMIT_EXCEEDED', {
    cause: `The time limit of a plan was reached while ${stage}.`,
  });
}

import type { Failure } from '../../errors/index.ts';
import { failure } from '../../errors/index.ts';
import type { Logger } from '../../telemetry/index.ts';
import type { PlannerQuestion } from './planner-messages.ts';
import type { PlanningOutcome } from './planning-thread.ts';
import { PlanningThread } from './planning-thread.ts';
import type { QueryPlan } from './query-plan.ts';

/** How planners work. */
export interface PlannersOptions {
  /** The longest time that one plan may take; the thread of a plan that takes longer is ended. */
  readonly timeoutMilliseconds?: number;
  /** Plans that may wait for the thread; more are refused, so that waiting stays short. */
  readonly maximumWaiting?: number;
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

/** The planners of a process. They share one thread that is warm when the next supergraph comes. */
export interface Planners {
  /** What clients see of a supergraph that nobody has validated yet. @throws Error, with `line` where there is one */
  readApi(sdl: string): Promise<string>;
  /** @throws Error if the text is not a supergraph. */
  plannerOf(sdl: string): Promise<Planner>;
  /** Ends the thread; every planner refuses from then on. */
  close(): Promise<void>;
}

const defaults = { timeoutMilliseconds: 5000, maximumWaiting: 100 };

/** Starts the thread. */
export function createPlanners(options: PlannersOptions): Planners {
  return new SharedThread(options);
}

class SharedThread implements Planners {
  readonly #log: Logger;
  readonly #timeoutMilliseconds: number;
  readonly #maximumWaiting: number;
  /** The supergraphs in use, by the number of their planner: a new thread learns them all. */
  readonly #supergraphs = new Map<number, string>();
  #thread = Promise.resolve(new PlanningThread());
  /** One question after the other, so that the time limit is that of a plan and not of its place in the queue. */
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #built = 0;
  #isClosed = false;

  constructor({ log, timeoutMilliseconds, maximumWaiting }: PlannersOptions) {
    this.#log = log;
    this.#timeoutMilliseconds = timeoutMilliseconds ?? defaults.timeoutMilliseconds;
    this.#maximumWaiting = maximumWaiting ?? defaults.maximumWaiting;
  }

  async readApi(sdl: string): Promise<string> {
    const outcome = await this.#inTurn(async (thread) =>
      this.#withReplacement(thread, { kind: 'read', sdl }),
    );
    if (outcome.kind === 'read') return outcome.apiSdl;
    if (outcome.kind !== 'refused') throw new Error('The supergraph cannot be read.', { cause: outcome });
    const { reason, line } = outcome;
    throw Object.assign(new Error(reason), line !== undefined && { line });
  }

  async plannerOf(sdl: string): Promise<Planner> {
    this.#built += 1;
    const planner = this.#built;
    const outcome = await this.#inTurn(async (thread) =>
      this.#withReplacement(thread, { kind: 'build', planner, sdl }),
    );
    if (outcome.kind !== 'done') throw new Error('The planner cannot be built.', { cause: outcome });
    this.#supergraphs.set(planner, sdl);
    return {
      plan: (document) => this.#plan(planner, document),
      close: () => this.#forget(planner),
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#supergraphs.clear();
    const thread = await this.#thread.catch(() => undefined);
    await thread?.end();
  }

  async #withReplacement(thread: PlanningThread, question: PlannerQuestion): Promise<PlanningOutcome> {
    const outcome = await thread.ask(question);
    if (outcome.kind === 'ended') this.#replace(thread);
    return outcome;
  }

  async #plan(planner: number, document: string): Promise<QueryPlan> {
    if (!this.#supergraphs.has(planner)) throw failure('SHUTTING_DOWN');
    if (this.#waiting >= this.#maximumWaiting) throw tooMuch('waiting');
    this.#waiting += 1;
    try {
      return await this.#inTurn((thread) => this.#planNext(thread, planner, document));
    } finally {
      this.#waiting -= 1;
    }
  }

  async #planNext(thread: PlanningThread, planner: number, document: string): Promise<QueryPlan> {
    if (!this.#supergraphs.has(planner)) throw failure('SHUTTING_DOWN');
    const outcome = await thread.ask({ kind: 'plan', planner, document }, this.#timeoutMilliseconds);
    if (outcome.kind === 'planned') return outcome.plan;
    if (outcome.kind === 'timed-out' || outcome.kind === 'ended') this.#replace(thread);
    throw this.#failureOf(outcome);
  }

  async #forget(planner: number): Promise<void> {
    if (!this.#supergraphs.delete(planner)) return;
    await this.#inTurn(async (thread) => thread.ask({ kind: 'forget', planner }));
  }

  #inTurn<Answer>(ask: (thread: PlanningThread) => Promise<Answer>): Promise<Answer> {
    const answered = this.#queue.then(async () => ask(await this.#thread));
    this.#queue = answered.catch(() => undefined);
    return answered;
  }

  #replace(thread: PlanningThread): void {
    if (this.#isClosed) return;
    this.#thread = thread.end().then(async () => this.#startAnew());
    this.#thread.catch((error: unknown) => this.#log.error('The planner did not start again', { error }));
  }

  async #startAnew(): Promise<PlanningThread> {
    const thread = new PlanningThread();
    for (const [planner, sdl] of this.#supergraphs) {
      // One question at a time is what the thread can take.
      // oxlint-disable-next-line no-await-in-loop
      await thread.ask({ kind: 'build', planner, sdl });
    }
    return thread;
  }

  #failureOf(outcome: Exclude<PlanningOutcome, { kind: 'planned' }>): Failure {
    if (outcome.kind === 'timed-out') return tooMuch('planning');
    if (this.#isClosed) return failure('SHUTTING_DOWN');
    const cause = outcome.kind === 'ended' ? outcome.cause : outcome;
    if (isOutOfMemory(cause)) return tooMuch('planning');
    this.#log.error('An operation was not planned', { error: new Error(String(cause), { cause }) });
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

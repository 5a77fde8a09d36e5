import type { Authorizer } from '../authorization/index.ts';
import type { Executor } from '../execution/index.ts';
import type { Validator } from '../operation/index.ts';
import { createValidator } from '../operation/index.ts';
import type { Supergraph, SupergraphSource } from '../supergraph/index.ts';
import type { Logger } from '../telemetry/index.ts';

/** A supergraph with everything that was built for it. A request stays with the one that it began with. */
export interface Generation {
  readonly supergraph: Supergraph;
  readonly executor: Executor;
  readonly validator: Validator;
  /** Null where authorization isn't enforced. */
  readonly authorizer: Authorizer | null;
  /** Does work that needs the generation to stay open until it is settled. */
  readonly hold: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** The generations in use: the current one, and earlier ones whose requests aren't done. */
export interface Generations {
  readonly current: () => Generation;
  /** Closes the current generation when its work is done; resolves when every generation is closed. */
  readonly close: () => Promise<void>;
}

/** An authorizer and what frees it. */
interface OpenedAuthorizer {
  readonly authorizer: Authorizer;
  readonly close: () => void;
}

/** What generations are made from. */
export interface GenerationOptions {
  readonly source: SupergraphSource;
  /** Refuses a supergraph that could not be served: the former one stays in force. @throws Failure */
  readonly requireServable?: (supergraph: Supergraph) => void;
  readonly openExecutor: (supergraph: Supergraph) => Promise<Executor>;
  /** Nothing where authorization isn't enforced. */
  readonly openAuthorizer?: (supergraph: Supergraph) => Promise<OpenedAuthorizer>;
  readonly introspection: boolean;
  /** Makes a generation ready before its first request. */
  readonly prepare: (generation: Generation) => Promise<void>;
  readonly log: Logger;
}

/**
 * Opens the first generation and follows the source: when the supergraph changes, the next generation is
 * built beside the current one, takes its place in one step, and the former is closed when its last
 * request is done.
 */
export async function openGenerations(options: GenerationOptions): Promise<Generations> {
  const { source, log } = options;
  const closings = new Set<Promise<void>>();
  const retire = (generation: HeldGeneration): void => {
    const closing = generation
      .retire()
      .catch((error: unknown) => log.error('a generation did not close', { error }));
    closings.add(closing);
    void closing.finally(() => closings.delete(closing));
  };
  const opening = openGeneration(source.current, options);
  let isClosed = false;
  // Before the first generation is there, so that no change is missed while it is built.
  source.onChange(async (next) => {
    await opening;
    const opened = await openGeneration(next, options);
    if (isClosed) return opened.retire();
    const former = current;
    current = opened;
    retire(former);
    log.info('supergraph in force', { supergraph: next.id });
    return undefined;
  });
  let current = await opening;
  const close = async (): Promise<void> => {
    isClosed = true;
    retire(current);
    await Promise.all(closings);
  };
  return { current: () => current, close };
}

async function openGeneration(supergraph: Supergraph, options: GenerationOptions): Promise<HeldGeneration> {
  options.requireServable?.(supergraph);
  const executor = await options.openExecutor(supergraph);
  const validator = createValidator(supergraph.apiSchema, options);
  const opened = (await options.openAuthorizer?.(supergraph)) ?? null;
  const generation = new HeldGeneration(supergraph, executor, validator, opened);
  await options.prepare(generation);
  return generation;
}

/** Counts the work that is under way, and closes the executor at zero once it is retired. */
class HeldGeneration implements Generation {
  readonly supergraph: Supergraph;
  readonly executor: Executor;
  readonly validator: Validator;
  readonly authorizer: Authorizer | null;
  readonly #closeAuthorizer: () => void;
  #held = 0;
  #onIdle: (() => void) | null = null;

  constructor(
    supergraph: Supergraph,
    executor: Executor,
    validator: Validator,
    opened: OpenedAuthorizer | null,
  ) {
    this.supergraph = supergraph;
    this.executor = executor;
    this.validator = validator;
    this.authorizer = opened?.authorizer ?? null;
    this.#closeAuthorizer = opened?.close ?? ((): void => {});
  }

  readonly hold = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      if (this.#held === 0) this.#onIdle?.();
    }
  };

  async retire(): Promise<void> {
    if (this.#held > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    this.#closeAuthorizer();
    await this.executor.close();
  }
}

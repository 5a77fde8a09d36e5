import type { BulkheadPolicy, CircuitBreakerPolicy } from 'cockatiel';
import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';

import { failure } from '../../errors/index.ts';
import type { SubgraphAnswer } from '../subgraph-client/index.ts';
import { isAgencyFault, isUndecided } from './failure-kinds.ts';
import type { ResilienceOptions } from './resilience-options.ts';

type Ask = () => Promise<SubgraphAnswer>;

/** An answer that says nothing about the agency, passed through the breaker as what it doesn't count. */
class Undecided extends Error {
  readonly answer: SubgraphAnswer;

  constructor(answer: SubgraphAnswer) {
    super('The client went before the agency could answer.');
    this.answer = answer;
  }
}

/**
 * Stands before one agency with a breaker and a cap on fetches at a time.
 *
 * The breaker counts failures in a row (https://martinfowler.com/bliki/CircuitBreaker.html): one good answer
 * starts the count anew, so that a question which the agency cannot answer does not close it to all others.
 * While it is open nothing is asked; after its rest the next fetch is let through as a probe, and all others
 * keep failing at once until the probe has ended.
 */
export class AgencyGuard {
  readonly #agency: string;
  readonly #bulkhead: BulkheadPolicy;
  readonly #breaker: CircuitBreakerPolicy;

  constructor(agency: string, options: ResilienceOptions) {
    this.#agency = agency;
    this.#bulkhead = bulkhead(options.maximumFetches);
    this.#breaker = this.#createBreaker(options);
  }

  /** Lets a fetch with its repetition in, unless the agency has its share already. */
  async admit(fetch: Ask): Promise<SubgraphAnswer> {
    try {
      return await this.#bulkhead.execute(fetch);
    } catch (thrown) {
      if (thrown instanceof BulkheadRejectedError) return this.#refused('Too many fetches are under way.');
      throw thrown;
    }
  }

  /** Asks once, unless the breaker is open. */
  async ask(fetch: Ask): Promise<SubgraphAnswer> {
    if (this.#breaker.state === CircuitState.HalfOpen) return this.#refused('A probe is under way.');
    try {
      return await this.#breaker.execute(() => decided(fetch));
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) return this.#refused('The breaker is open.');
      if (thrown instanceof Undecided) return thrown.answer;
      throw thrown;
    }
  }

  #createBreaker({ breakerFailures, breakerRestMilliseconds, log }: ResilienceOptions): CircuitBreakerPolicy {
    const agency = this.#agency;
    const failures = handleWhen(() => this.#breaker.state === CircuitState.HalfOpen).orWhenResult((answer) =>
      isAgencyFault(answer as SubgraphAnswer),
    );
    const breaker = circuitBreaker(failures, {
      halfOpenAfter: breakerRestMilliseconds,
      breaker: new ConsecutiveBreaker(breakerFailures),
    });
    breaker.onBreak(() => log.warn('an agency fails again and again, and is left alone', { agency }));
    breaker.onReset(() => log.info('an agency answers again', { agency }));
    return breaker;
  }

  #refused(cause: string): SubgraphAnswer {
    return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency: this.#agency, cause }) };
  }
}

async function decided(fetch: Ask): Promise<SubgraphAnswer> {
  const answer = await fetch();
  if (isUndecided(answer)) throw new Undecided(answer);
  return answer;
}

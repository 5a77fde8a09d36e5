import type { CircuitBreakerPolicy } from 'cockatiel';
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';

import { failure } from '../../errors/index.ts';
import type { BreakerState } from '../../telemetry/index.ts';
import { figures } from '../../telemetry/index.ts';
import type { FailedFetch } from '../subgraph-client/index.ts';
import { isAgencyFault, isUndecided } from './failure-kinds.ts';
import type { ResilienceOptions } from './resilience-options.ts';

type Tagged = { readonly kind: string };
type Ask<Answer> = () => Promise<Answer | FailedFetch>;

/** An answer that says nothing about the agency, passed through the breaker as what it doesn't count. */
class Undecided extends Error {
  readonly answer: FailedFetch;

  constructor(answer: FailedFetch) {
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
  readonly #maximumFetches: number;
  readonly #count: ConsecutiveBreaker;
  readonly #breaker: CircuitBreakerPolicy;
  #underWay = 0;

  constructor(agency: string, options: ResilienceOptions) {
    this.#agency = agency;
    this.#maximumFetches = options.maximumFetches;
    this.#count = new ConsecutiveBreaker(options.breakerFailures);
    this.#breaker = this.#createBreaker(options);
    figures.watchBreaker(agency, this);
  }

  get state(): BreakerState {
    const { state } = this.#breaker;
    if (state === CircuitState.Closed) return 'closed';
    return state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  /** Lets a fetch with its repetition in, unless the agency has its share already. */
  async admit<Answer extends Tagged>(fetch: Ask<Answer>): Promise<Answer | FailedFetch> {
    if (this.#underWay >= this.#maximumFetches) return this.#refused('Too many fetches are under way.');
    this.#underWay += 1;
    return this.remain(fetch);
  }

  /**
   * Lets a fetch in that needs no more than to be counted, if the agency is well. Whoever was let in leaves, or
   * remains.
   */
  enterFreely(): boolean {
    if (this.#underWay >= this.#maximumFetches || this.#breaker.state !== CircuitState.Closed) return false;
    this.#underWay += 1;
    return true;
  }

  /** To be called with a good answer. */
  leave(): void {
    this.#underWay -= 1;
    if (this.#count.state > 0 && this.#breaker.state === CircuitState.Closed) this.#count.success();
  }

  /** Lets a fetch that is in do more, and then leave. */
  async remain<Answer extends Tagged>(fetch: Ask<Answer>): Promise<Answer | FailedFetch> {
    try {
      return await fetch();
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Asks once, unless the breaker is open. */
  async ask<Answer extends Tagged>(fetch: Ask<Answer>): Promise<Answer | FailedFetch> {
    if (this.#breaker.state === CircuitState.Closed) return this.judge(await fetch());
    if (this.#breaker.state === CircuitState.HalfOpen) return this.#refused('A probe is under way.');
    return this.#throughBreaker(fetch);
  }

  /** While the breaker is closed it is told of what changes its mind, and of nothing else. */
  async judge<Answer extends Tagged>(answer: Answer | FailedFetch): Promise<Answer | FailedFetch> {
    const isClosed = this.#breaker.state === CircuitState.Closed;
    if (isClosed && isAgencyFault(answer)) return this.#throughBreaker(async () => answer);
    if (isClosed && this.#count.state > 0 && !isUndecided(answer)) this.#count.success();
    return answer;
  }

  async #throughBreaker<Answer extends Tagged>(fetch: Ask<Answer>): Promise<Answer | FailedFetch> {
    try {
      return await this.#breaker.execute(() => decided(fetch));
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) return this.#refused('The breaker is open.');
      if (thrown instanceof Undecided) return thrown.answer;
      throw thrown;
    }
  }

  #createBreaker({ breakerRestMilliseconds, log }: ResilienceOptions): CircuitBreakerPolicy {
    const agency = this.#agency;
    const failures = handleWhen(() => this.#breaker.state === CircuitState.HalfOpen).orWhenResult((answer) =>
      isAgencyFault(answer as Tagged),
    );
    const breaker = circuitBreaker(failures, {
      halfOpenAfter: breakerRestMilliseconds,
      breaker: this.#count,
    });
    breaker.onBreak(() => log.warn('an agency fails again and again, and is left alone', { agency }));
    breaker.onReset(() => log.info('an agency answers again', { agency }));
    return breaker;
  }

  #refused(cause: string): FailedFetch {
    return { kind: 'failed', failure: failure('SUBGRAPH_UNAVAILABLE', { agency: this.#agency, cause }) };
  }
}

async function decided<Answer extends Tagged>(fetch: Ask<Answer>): Promise<Answer | FailedFetch> {
  const answer = await fetch();
  if (isUndecided(answer)) throw new Undecided(answer);
  return answer;
}

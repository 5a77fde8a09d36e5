import type { AgreementSet, Category, Policy } from './authorization/index.ts';
import { compilePolicy, compileRequirements, statutes } from './authorization/index.ts';
import { failure } from './errors/index.ts';
import type { FactSource, GovernanceState } from './governance/index.ts';
import type { Supergraph } from './supergraph/index.ts';
import type { Logger } from './telemetry/index.ts';

/** What a live policy is made from. */
export interface LivePolicyOptions {
  readonly supergraph: Supergraph;
  readonly catalogue: readonly Category[];
  readonly agreements: AgreementSet;
  readonly facts: Pick<FactSource, 'state'>;
  readonly log: Logger;
}

/** The policy of one supergraph, compiled again whenever agreements or the state of governance are others. */
export class LivePolicy {
  readonly #options: LivePolicyOptions;
  readonly #requirements: ReturnType<typeof compileRequirements>;
  #agreements: AgreementSet;
  /** By the state: one that comes back, for instance when the database answers again, finds its policy. */
  #compiled = new WeakMap<GovernanceState, Policy>();

  constructor(options: LivePolicyOptions) {
    this.#options = options;
    this.#requirements = compileRequirements(options.supergraph.sdl, options.catalogue);
    this.#agreements = options.agreements;
  }

  /** From now on these are the agreements; what was compiled of others is forgotten. */
  take(agreements: AgreementSet): void {
    this.#agreements = agreements;
    this.#compiled = new WeakMap();
  }

  /**
   * The policy of this moment. One that is out of date is never given: it could show what somebody has just forbidden.
   *
   * @throws Failure POLICY_NOT_COMPILED
   */
  readonly current = (): Policy => {
    const state = this.#options.facts.state();
    return this.#compiled.get(state) ?? this.#compile(state);
  };

  /** Compiles now what the next request would wait for. */
  prepare(): void {
    try {
      this.current();
    } catch (error) {
      this.#options.log.error('the policy cannot be compiled: every operation is refused', { error });
    }
  }

  #compile(state: GovernanceState): Policy {
    const { catalogue, log } = this.#options;
    const { agreements } = this.#agreements;
    const requirements = this.#requirements;
    try {
      const policy = compilePolicy({
        requirements,
        catalogue,
        agreements,
        statutes,
        state,
        now: currentTime,
      });
      this.#compiled.set(state, policy);
      log.info('policy in force', { epoch: policy.epoch, policy: policy.digest });
      return policy;
    } catch (cause) {
      throw failure('POLICY_NOT_COMPILED', { cause });
    }
  }
}

function currentTime(): Date {
  return new Date();
}

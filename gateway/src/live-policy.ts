import type { GraphQLSchema } from 'graphql';

import type { AgreementSet, Category, Policy, PolicyParts } from './authorization/index.ts';
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

  /** What the policy of this moment is compiled from, and the schema whose fields it decides about. */
  rules(): { readonly parts: Omit<PolicyParts, 'now'>; readonly schema: GraphQLSchema } {
    const { supergraph, facts } = this.#options;
    return { parts: this.#partsIn(facts.state()), schema: supergraph.apiSchema };
  }

  /** Compiles now what the next request would wait for. */
  prepare(): void {
    try {
      this.current();
    } catch (error) {
      this.#options.log.error('the policy cannot be compiled: every operation is refused', { error });
    }
  }

  #compile(state: GovernanceState): Policy {
    const { log } = this.#options;
    try {
      const policy = compilePolicy({ ...this.#partsIn(state), now: currentTime });
      this.#compiled.set(state, policy);
      log.info('policy in force', { epoch: policy.epoch, policy: policy.digest });
      return policy;
    } catch (cause) {
      throw failure('POLICY_NOT_COMPILED', { cause });
    }
  }

  #partsIn(state: GovernanceState): Omit<PolicyParts, 'now'> {
    const { catalogue } = this.#options;
    const { agreements } = this.#agreements;
    return { requirements: this.#requirements, catalogue, agreements, statutes, state };
  }
}

function currentTime(): Date {
  return new Date();
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AgreementSet, AgreementSource, Authorizer, Category, Policy } from './authorization/index.ts';
import {
  compilePolicy,
  compileRequirements,
  createAuthorizer,
  openAgreements,
  readCategories,
  statutes,
} from './authorization/index.ts';
import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { Governance } from './governance/index.ts';
import { openGovernance } from './governance/index.ts';
import type { Supergraph } from './supergraph/index.ts';
import type { Logger } from './telemetry/index.ts';

/** Decides who sees what, for one supergraph after the other. */
export interface Authorization {
  readonly governance: Governance;
  readonly catalogue: readonly Category[];
  /** Names of the data categories that an agency owns. */
  readonly categoriesOf: (agency: string) => readonly string[];
  /**
   * The policy of the latest supergraph.
   *
   * @throws Failure POLICY_NOT_COMPILED
   */
  readonly policy: () => Policy;
  /** The policy of a supergraph follows agreements and governance until it is closed. */
  readonly open: (supergraph: Supergraph) => OpenedAuthorizer;
  readonly close: () => Promise<void>;
}

/** An authorizer and what frees it. */
export interface OpenedAuthorizer {
  readonly authorizer: Authorizer;
  readonly policy: () => Policy;
  readonly close: () => void;
}

/** The agreements that come with the package, from source and built alike. */
const packagedAgreements = fileURLToPath(new URL('../agreements', import.meta.url));

/**
 * Opens the catalogue, the agreements, the statutes and the facts, and compiles a policy for each supergraph. What
 * changes is in force when it has been noticed: within half a second, by default, of its being committed anywhere.
 *
 * @throws Failure CATEGORIES_UNREADABLE, GOVERNANCE_UNUSABLE; AgreementsRefused
 */
export async function openAuthorization(
  options: Config['authorization'],
  log: Logger,
): Promise<Authorization> {
  const folder = options.agreements ?? packagedAgreements;
  const catalogue = await catalogueOf(join(folder, 'categories.yaml'));
  const agreements = await openAgreements({ folder, catalogue, log });
  try {
    const governance = await openGovernance({ database: options.database, log });
    return await followed({ catalogue, agreements, governance, log });
  } catch (thrown) {
    await agreements.close();
    throw thrown;
  }
}

interface Parts {
  readonly catalogue: readonly Category[];
  readonly agreements: AgreementSource;
  readonly governance: Governance;
  readonly log: Logger;
}

async function followed({ catalogue, agreements, governance, log }: Parts): Promise<Authorization> {
  const policies = new Set<LivePolicy>();
  let inForce = agreements.current();
  const compileAll = (): void => policies.forEach((policy) => policy.compile(inForce));
  const take = async (next: AgreementSet): Promise<void> => {
    inForce = next;
    compileAll();
    // The number that it is given is a change of the state, and compiles it again.
    await governance
      .registerDigest(next.digest)
      .catch((error: unknown) => log.error('the policy has no number yet', { error }));
  };
  await governance.registerDigest(inForce.digest);
  agreements.onChange(take);
  governance.facts.onStateChange(compileAll);
  const categoriesOf = categoriesByAgency(catalogue);
  let latest: LivePolicy | null = null;
  const policy = (): Policy => {
    if (latest === null) throw failure('POLICY_NOT_COMPILED');
    return latest.current();
  };
  const open = (supergraph: Supergraph): OpenedAuthorizer => {
    const live = new LivePolicy(supergraph, catalogue, governance, log);
    live.compile(inForce);
    policies.add(live);
    latest = live;
    const authorizer = createAuthorizer({
      supergraph,
      policy: live.current,
      facts: governance.facts,
      categoriesOf,
      log,
    });
    return { authorizer, policy: live.current, close: () => void policies.delete(live) };
  };
  const close = async (): Promise<void> => {
    await agreements.close();
    await governance.close();
  };
  return { governance, catalogue, categoriesOf, policy, open, close };
}

/** The policy of one supergraph, compiled again whenever something that it depends on changes. */
class LivePolicy {
  readonly #requirements: ReturnType<typeof compileRequirements>;
  readonly #catalogue: readonly Category[];
  readonly #governance: Governance;
  readonly #log: Logger;
  #policy: Policy | null = null;

  constructor(supergraph: Supergraph, catalogue: readonly Category[], governance: Governance, log: Logger) {
    this.#requirements = compileRequirements(supergraph.sdl, catalogue);
    this.#catalogue = catalogue;
    this.#governance = governance;
    this.#log = log;
  }

  /** Without a policy nothing is permitted: one that is out of date could show what somebody has just forbidden. */
  readonly current = (): Policy => {
    if (this.#policy === null) throw failure('POLICY_NOT_COMPILED');
    return this.#policy;
  };

  compile({ agreements }: AgreementSet): void {
    this.#policy = null;
    try {
      this.#policy = compilePolicy({
        requirements: this.#requirements,
        catalogue: this.#catalogue,
        agreements,
        statutes,
        state: this.#governance.facts.state(),
        now: () => new Date(),
      });
      const { epoch, digest } = this.#policy;
      this.#log.info('policy in force', { epoch, policy: digest });
    } catch (cause) {
      this.#log.error('the policy cannot be compiled: every operation is refused', {
        error: failure('POLICY_NOT_COMPILED', { cause }),
      });
    }
  }
}

async function catalogueOf(file: string): Promise<readonly Category[]> {
  const read = await readCategories(file);
  if (read.kind === 'read') return read.categories;
  const [problem] = read.problems;
  throw failure('CATEGORIES_UNREADABLE', { message: problem?.message, place: problem?.place ?? file });
}

function categoriesByAgency(catalogue: readonly Category[]): (agency: string) => readonly string[] {
  const names = new Map<string, string[]>();
  for (const { agency, name } of catalogue) names.set(agency, [...(names.get(agency) ?? []), name]);
  return (agency) => names.get(agency) ?? [];
}

import { join } from 'node:path';

import type {
  Agreement,
  AgreementSet,
  AgreementSource,
  Authorizer,
  Category,
  Policy,
} from './authorization/index.ts';
import {
  createAuthorizer,
  openAgreements,
  readCategories,
  readEarlierVersions,
} from './authorization/index.ts';
import type { Config } from './config/index.ts';
import { failure } from './errors/index.ts';
import type { Governance } from './governance/index.ts';
import { openGovernance } from './governance/index.ts';
import { LivePolicy } from './live-policy.ts';
import { packageFile } from './package-file.ts';
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
  /**
   * What that policy is compiled from.
   *
   * @throws Failure POLICY_NOT_COMPILED
   */
  readonly rules: LivePolicy['rules'];
  /** The policy of a supergraph follows agreements and governance until it is closed. */
  readonly open: (supergraph: Supergraph) => Promise<OpenedAuthorizer>;
  /** Whatever their status; followed as they change. */
  readonly agreements: () => AgreementSet;
  /** What they said before, the newest first, as it was kept when the process began. */
  readonly earlier: readonly Agreement[];
  readonly onAgreementsChange: (listener: (next: AgreementSet) => void) => void;
  readonly close: () => Promise<void>;
}

/** An authorizer and what frees it. */
interface OpenedAuthorizer {
  readonly authorizer: Authorizer;
  readonly close: () => void;
}

/**
 * Opens the catalogue, the agreements, the statutes and the facts, and compiles a policy for each supergraph. What
 * changes is in force when it has been noticed: within half a second, by default, of its being committed anywhere.
 *
 * @throws Failure CATEGORIES_UNREADABLE, GOVERNANCE_UNUSABLE; AgreementsRefused
 */
export async function openAuthorization(
  options: Config['authorization'],
  log: Logger,
  { accounts = false }: AuthorizationUse = {},
): Promise<Authorization> {
  const folder = options.agreements ?? packageFile('agreements');
  const catalogue = await catalogueOf(join(folder, 'categories.yaml'));
  const earlier = await readEarlierVersions(folder, catalogue);
  const agreements = await openAgreements({ folder, catalogue, log });
  const opened: (() => Promise<void>)[] = [agreements.close.bind(agreements)];
  try {
    const governance = await openGovernance({ database: options.database, log });
    opened.push(governance.close);
    return await followed({ catalogue, agreements, earlier, governance, log, accounts });
  } catch (thrown) {
    await Promise.all(opened.map((close) => close()));
    throw thrown;
  }
}

interface Parts {
  readonly catalogue: readonly Category[];
  readonly agreements: AgreementSource;
  readonly earlier: readonly Agreement[];
  readonly governance: Governance;
  readonly log: Logger;
  readonly accounts: boolean;
}

/** What is done with decisions besides keeping to them. */
interface AuthorizationUse {
  /** Whether it has to be known of every answer whom it discloses, for the record. */
  readonly accounts?: boolean;
}

async function followed({
  catalogue,
  agreements,
  earlier,
  governance,
  log,
  accounts,
}: Parts): Promise<Authorization> {
  const policies = new Set<LivePolicy>();
  const listeners: ((next: AgreementSet) => void)[] = [];
  let inForce = agreements.current();
  const prepare = (): void => policies.forEach((policy) => policy.prepare());
  const number = async (): Promise<unknown> => governance.registerDigest(inForce.digest);
  const take = async (next: AgreementSet): Promise<void> => {
    inForce = next;
    listeners.forEach((listener) => listener(next));
    policies.forEach((policy) => policy.take(next));
    // Its number is a change of the state: what is compiled is compiled for both.
    await number().catch((error: unknown) => log.error('the policy has no number yet', { error }));
    prepare();
  };
  await number();
  agreements.onChange(take);
  governance.facts.onStateChange(prepare);
  const categoriesOf = categoriesByAgency(catalogue);
  let latest: LivePolicy | null = null;
  const opened = (): LivePolicy => {
    if (latest === null) throw failure('POLICY_NOT_COMPILED');
    return latest;
  };
  const { facts } = governance;
  const open = async (supergraph: Supergraph): Promise<OpenedAuthorizer> => {
    // Reads the state anew: whatever opened the supergraph may have kept the thread for longer than it holds.
    await number();
    const live = new LivePolicy({ supergraph, catalogue, agreements: inForce, facts, log });
    live.prepare();
    policies.add(live);
    latest = live;
    const { current } = live;
    const authorizer = createAuthorizer({
      supergraph,
      policy: current,
      facts,
      categoriesOf,
      log,
      accounts,
    });
    return { authorizer, close: () => void policies.delete(live) };
  };
  const onAgreementsChange: Authorization['onAgreementsChange'] = (listener) => void listeners.push(listener);
  const close = async (): Promise<void> => {
    await agreements.close();
    await governance.close();
  };
  const policy = (): Policy => opened().current();
  const rules: Authorization['rules'] = () => opened().rules();
  return {
    governance,
    catalogue,
    categoriesOf,
    policy,
    rules,
    agreements: () => inForce,
    earlier,
    onAgreementsChange,
    open,
    close,
  };
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

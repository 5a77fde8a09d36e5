import { failure, Failure } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Database } from './database/index.ts';
import { migrate, openDatabase } from './database/index.ts';
import type { StateWatch } from './epochs/index.ts';
import { openStateWatch, registerDigest } from './epochs/index.ts';
import type { FactSource } from './fact-source.ts';
import { migrations } from './migrations/index.ts';
import { readFacts } from './reading/index.ts';
import type { ImportedFacts } from './writing/index.ts';
import { importFacts } from './writing/index.ts';

/** Where the facts are kept. */
export interface GovernanceOptions {
  /** URL of the database: `sqlite:file`, `postgres://…` or `mysql://…`. */
  readonly database: string;
  readonly log: Logger;
  readonly now?: () => Date;
  /** How often changes by other processes are looked for. */
  readonly pollMilliseconds?: number;
}

/** The facts and what changes them. */
export interface Governance {
  readonly facts: FactSource;
  /**
   * Numbers the policy that a process works by: the same digest, the same number in all processes, and a larger one
   * for each change. The state's epoch is at least as large from then on.
   *
   * @param digest - SHA-256 in hexadecimal
   */
  readonly registerDigest: (digest: string) => Promise<number>;
  /** Takes over facts that another system vouches for, such as an agency's case management. Asks nobody. */
  readonly importFacts: (given: ImportedFacts) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database of facts and brings it to its schema; several processes may do so at once.
 *
 * @throws Failure GOVERNANCE_UNUSABLE if the address is wrong or the database doesn't answer.
 */
export async function openGovernance(options: GovernanceOptions): Promise<Governance> {
  const { now = () => new Date(), pollMilliseconds = 500, log } = options;
  const opened = openDatabase(options.database);
  try {
    await migrate(opened, migrations);
    const watch = await openStateWatch({ database: opened.database, log, now, pollMilliseconds });
    return governanceOf(opened.database, watch, now);
  } catch (thrown) {
    await opened.database.destroy();
    throw failure('GOVERNANCE_UNUSABLE', { place: 'governance.database', cause: thrown });
  }
}

function governanceOf(database: Database, watch: StateWatch, now: () => Date): Governance {
  const facts: FactSource = {
    factsOf: async (residentIds, requester, at) =>
      answered(() => readFacts(database, residentIds, requester, at)),
    state: () => watch.state(),
    onStateChange: (listener) => watch.onStateChange(listener),
  };
  const registered = async (digest: string): Promise<number> => {
    const epoch = await answered(() => registerDigest(database, digest, now()));
    await watch.refresh();
    return epoch;
  };
  const close = async (): Promise<void> => {
    await watch.close();
    await database.destroy();
  };
  return {
    facts,
    registerDigest: registered,
    importFacts: (given) => answered(() => importFacts(database, given, now())),
    close,
  };
}

/** What a database says of its trouble stays inside. */
async function answered<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw failure('SUBGRAPH_UNAVAILABLE', { agency: 'governance', cause });
  }
}

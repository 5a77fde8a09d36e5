import type { SessionStore } from '../authentication/index.ts';
import { failure, Failure } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { migrate, openDatabase } from './database/index.ts';
import { openStateWatch, registerDigest } from './epochs/index.ts';
import type { FactSource } from './fact-source.ts';
import type { ReadMerges } from './merges/index.ts';
import { followMerges } from './merges/index.ts';
import { migrations } from './migrations/index.ts';
import type { PolicyView } from './policy-view.ts';
import type { MergeSpan } from './reading/index.ts';
import { readFacts, readMergeSpans } from './reading/index.ts';
import type { Records } from './records-of.ts';
import { recordsOf } from './records-of.ts';
import { createSessionStore } from './sessions/index.ts';
import type { Desk, ImportedFacts } from './writing/index.ts';
import { importFacts } from './writing/index.ts';
import type { Writings } from './writings-of.ts';
import { writingsOf } from './writings-of.ts';

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
  /** The records behind the facts, those that are over included; whoever shows them says who may see them. */
  readonly records: Records;
  /** What changes the facts, each with its own rule of who may. */
  readonly writings: (policy: PolicyView) => Writings;
  /** Takes over facts that another system vouches for, such as an agency's case management. Asks nobody. */
  readonly importFacts: (given: ImportedFacts) => Promise<void>;
  /** Follows what the resident index says of merged residents, until what it returns is called. */
  readonly followMerges: (read: ReadMerges) => () => Promise<void>;
  /** The other ids under which something may stand on file about a resident, and when. */
  readonly mergeSpansOf: (residentId: string) => Promise<readonly MergeSpan[]>;
  /**
   * Numbers the policy that a process works by: the same digest, the same number in all processes, and a larger one
   * for each change. The state's epoch is at least as large from then on.
   *
   * @param digest - SHA-256 in hexadecimal
   */
  readonly registerDigest: (digest: string) => Promise<number>;
  /** The sessions of browsers, which share the database and nothing else. */
  readonly sessions: SessionStore;
  readonly now: () => Date;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database of facts and brings it to its schema; several processes may do so at once. Whatever is asked
 * of it later and the database doesn't answer fails with SUBGRAPH_UNAVAILABLE.
 *
 * @throws Failure GOVERNANCE_UNUSABLE if the address is wrong or the database doesn't answer.
 */
export async function openGovernance(options: GovernanceOptions): Promise<Governance> {
  const { now = () => new Date(), pollMilliseconds = 500, log } = options;
  const opened = openDatabase(options.database);
  const { database } = opened;
  try {
    await migrate(opened, migrations);
    const watch = await openStateWatch({ database, log, now, pollMilliseconds });
    // What was written stands, even if it can't be read now: the next poll will.
    const refresh = async (): Promise<void> => watch.refresh().catch(() => undefined);
    const desk = { database, log, now, refresh };
    const close = async (): Promise<void> => {
      await watch.close();
      await database.destroy();
    };
    return { ...governanceOf(desk), facts: factsOf(desk, watch), close };
  } catch (thrown) {
    await database.destroy();
    throw failure('GOVERNANCE_UNUSABLE', { place: 'governance.database', cause: thrown });
  }
}

function factsOf(
  { database }: Pick<Desk, 'database'>,
  { state, onStateChange }: Pick<FactSource, 'state' | 'onStateChange'>,
): FactSource {
  return {
    factsOf: async (residentIds, requester, at) =>
      answered(() => readFacts(database, residentIds, requester, at)),
    state,
    onStateChange,
  };
}

function governanceOf(desk: Omit<Desk, 'policy'>): Omit<Governance, 'facts' | 'close'> {
  const { database, log, now, refresh } = desk;
  return {
    records: recordsOf(database, answered),
    writings: (policy) => writingsOf({ ...desk, policy }, answered),
    importFacts: (given) => answered(() => importFacts(database, given, now())),
    followMerges: (read) => followMerges({ database, read, log }),
    mergeSpansOf: (residentId) => answered(() => readMergeSpans(database, residentId)),
    registerDigest: async (digest) => {
      const epoch = await answered(() => registerDigest(database, digest, now()));
      await refresh();
      return epoch;
    },
    sessions: createSessionStore(database),
    now,
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

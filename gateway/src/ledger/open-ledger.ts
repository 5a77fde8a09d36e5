import type { Database } from '../governance/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { openLedgerDatabase } from './database/index.ts';
import { LedgerIndex } from './index-of-disclosures/index.ts';
import { entrySink } from './entry-sink.ts';
import { ResidentKeys } from './keys/index.ts';
import type { LedgerLog } from './log/index.ts';
import { Forgetting } from './retention/index.ts';
import type { Recorder } from './recording/index.ts';
import { createRecorder, SignInTally } from './recording/index.ts';

/** What a ledger is made of. */
export interface LedgerOptions {
  /** URL of the database of residents' keys and of the index. */
  readonly database: string;
  /** Already open; closed with the ledger. */
  readonly ledger: LedgerLog;
  /** Name of the log: its origin. */
  readonly name: string;
  /** Calendar years for which it is kept whom a record is about. */
  readonly retentionYears: number;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** The ledger of one process: what is recorded, and what can be read of it. */
export interface Ledger {
  readonly recorder: Recorder;
  /** Takes note of a request without a token that counts, or of somebody who could not be signed in. @param code - that its client is told */
  readonly signInFailed: (code: string) => void;
  /** Destroys what says that records are about a resident, known by these ids. @returns of how many years */
  readonly forget: (residentIds: readonly string[], by: string) => Promise<number>;
  readonly database: Database;
  readonly keys: ResidentKeys;
  /** Resolves when what was durable at the call can be read. @throws if the database can't take it */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the ledger over its log.
 *
 * @throws Failure LEDGER_UNUSABLE
 */
export async function openLedger({ ledger, name, log, now, ...options }: LedgerOptions): Promise<Ledger> {
  const database = await openLedgerDatabase(options.database);
  const keys = new ResidentKeys(database);
  const index = await LedgerIndex.open({ database, keys, ledger, name, log }).catch(
    async (thrown: unknown) => {
      await database.destroy();
      throw thrown;
    },
  );
  const sink = entrySink(ledger, index, keys);
  const recorder = createRecorder({ sink, keys, log, ...(now && { now }) });
  const tally = new SignInTally(recorder);
  const { retentionYears } = options;
  const settled = async (): Promise<void> => index.settled();
  const clock = now && { now };
  const forgetting = new Forgetting({ database, keys, recorder, settled, retentionYears, log, ...clock });
  forgetting.start();
  const close = async (): Promise<void> => {
    await forgetting.stop();
    await tally.write();
    await index.close();
    await ledger.close();
    await database.destroy();
  };
  const signInFailed = (code: string): void => tally.add(code);
  const forget: Ledger['forget'] = async (residentIds, by) => forgetting.forget(residentIds, by);
  return { recorder, signInFailed, forget, database, keys, settled, close };
}

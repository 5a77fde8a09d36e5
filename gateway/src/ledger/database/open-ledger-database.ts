import { failure } from '../../errors/index.ts';
import type { Database } from '../../governance/index.ts';
import { migrate, openDatabase } from '../../governance/index.ts';
import { firstTables } from './first-tables.ts';
import { longerLists } from './longer-lists.ts';
import { rowsByKey } from './rows-by-key.ts';
import { rowsBySession } from './rows-by-session.ts';
import { rowsByTime } from './rows-by-time.ts';

/** An index over ten million rows takes its time. */
const migrationMilliseconds = 3_600_000;

/**
 * Opens the database of the residents' keys and the ledger's index, with its tables.
 *
 * @throws Failure LEDGER_UNUSABLE if it doesn't answer
 */
export async function openLedgerDatabase(url: string): Promise<Database> {
  const { database, dialect } = openDatabase(url, { statementMilliseconds: migrationMilliseconds });
  try {
    await migrate({ database, dialect }, [firstTables, rowsByKey, rowsByTime, longerLists, rowsBySession]);
  } catch (cause) {
    throw failure('LEDGER_UNUSABLE', { place: 'authorization.database', cause });
  } finally {
    await database.destroy();
  }
  return openDatabase(url).database;
}

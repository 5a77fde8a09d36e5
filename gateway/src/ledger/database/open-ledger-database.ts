import { failure } from '../../errors/index.ts';
import type { Database } from '../../governance/index.ts';
import { migrate, openDatabase } from '../../governance/index.ts';
import { firstTables } from './first-tables.ts';
import { rowsByKey } from './rows-by-key.ts';
import { rowsByTime } from './rows-by-time.ts';

/**
 * Opens the database of the residents' keys and the ledger's index, with its tables.
 *
 * @throws Failure LEDGER_UNUSABLE if it doesn't answer
 */
export async function openLedgerDatabase(url: string): Promise<Database> {
  const opened = openDatabase(url);
  try {
    await migrate(opened, [firstTables, rowsByKey, rowsByTime]);
    return opened.database;
  } catch (cause) {
    await opened.database.destroy();
    throw failure('LEDGER_UNUSABLE', { place: 'authorization.database', cause });
  }
}

import { openLedgerDatabase, ResidentKeys } from '../../gateway/src/ledger/index.ts';

/** The ledger's database and keys, as an auditor opens them. */
export interface LedgerReader extends AsyncDisposable {
  readonly database: Awaited<ReturnType<typeof openLedgerDatabase>>;
  readonly keys: ResidentKeys;
}

export async function openLedgerReader(url: string): Promise<LedgerReader> {
  const database = await openLedgerDatabase(url);
  const keys = new ResidentKeys(database);
  return { database, keys, [Symbol.asyncDispose]: () => database.destroy() };
}

export { openLedgerDatabase } from './open-ledger-database.ts';

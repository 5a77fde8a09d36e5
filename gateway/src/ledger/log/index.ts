export type { FileSystem, OpenFile } from './file-system.ts';
export type {
  Checkpoint,
  LedgerEntry,
  LedgerLog,
  LedgerLogOptions,
  LedgerState,
  SequencedEntry,
  WitnessAddress,
} from './ledger-log.ts';
export { maximumEntryBytes } from './ledger-log.ts';
export { openLedgerLog } from './open-ledger-log.ts';

export type { Ledger } from './open-ledger.ts';
export { openLedger } from './open-ledger.ts';
export type { DisclosedOperation, RecordedAct, Recorder } from './recording/index.ts';
export type { LedgerLog, LedgerLogOptions } from './log/index.ts';
export { openLedgerLog } from './log/index.ts';
export { createLedgerSubgraph } from './subgraph/index.ts';

export type { LedgerSubgraph } from './create-ledger-subgraph.ts';
export { createLedgerSubgraph } from './create-ledger-subgraph.ts';

export { createLedgerSubgraph } from './create-ledger-subgraph.ts';

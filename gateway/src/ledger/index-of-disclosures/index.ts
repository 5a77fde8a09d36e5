export type { IndexToCheck } from './check-index.ts';
export { checkIndex, rebuildIndex } from './check-index.ts';
export { logFolder } from './log-folder.ts';
export { LedgerIndex } from './ledger-index.ts';
export type { DisclosureFacts, KeptDisclosureRow } from './rows.ts';

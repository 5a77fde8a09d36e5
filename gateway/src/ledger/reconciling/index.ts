export type { AgencyRequest, Discrepancy } from './reconcile.ts';
export { askedByRequest, reconcile } from './reconcile.ts';
export { recordRefusals, refusalsToldUntil } from './refusals-log.ts';
export { RefusalTally } from './tally-refusals.ts';

export { AskedRequests } from './asked-requests.ts';
export type { AgencyLogLine } from './read-agency-log.ts';
export { readAgencyLog } from './read-agency-log.ts';
export type { Discrepancy } from './reconcile.ts';
export { reconcile } from './reconcile.ts';
export { recordRefusals, refusalsToldUntil } from './refusals-log.ts';
export { RefusalTally } from './tally-refusals.ts';

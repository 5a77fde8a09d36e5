export type { AgencyRequest, AskedByRequest, Discrepancy } from './reconcile.ts';
export { askedByRequest, reconcile } from './reconcile.ts';

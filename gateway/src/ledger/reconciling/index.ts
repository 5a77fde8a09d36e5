export type { AgencyRequest } from './reconcile.ts';
export { askedByRequest, reconcile } from './reconcile.ts';

export { inNextEpoch, readEpoch, registerDigest } from './policy-epoch.ts';
export type { StateWatch } from './state-watch.ts';
export { openStateWatch } from './state-watch.ts';

export { inNextEpoch, inOrder, registerDigest } from './policy-epoch.ts';
export { openStateWatch } from './state-watch.ts';

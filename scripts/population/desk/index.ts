export { createDesk } from './createDesk.ts';
export { profiles } from './errorProfile.ts';

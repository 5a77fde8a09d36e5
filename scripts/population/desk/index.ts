export { createDesk } from './create-desk.ts';
export { profiles } from './error-profile.ts';

export { createDesk, type DeskOptions } from './createDesk.ts';
export { profiles, type ErrorProfile } from './errorProfile.ts';

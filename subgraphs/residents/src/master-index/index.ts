export { bulkLoad } from './bulk-load.ts';
export type { IndexEvent } from './index-event.ts';
export { createLinkageMatcher } from './linkage-matcher.ts';
export { MasterIndex } from './master-index.ts';
export type { Match, Matcher } from './matcher.ts';
export { activeModel } from './models.ts';
export { readIndex, replayIndex } from './read-index.ts';
export { IndexRefusal } from './refusal.ts';

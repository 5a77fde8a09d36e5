export { contact } from './002-contact.ts';
export { feeds } from './008-feeds.ts';
export { goldenRecord } from './001-golden-record.ts';
export { masterIndex } from './004-master-index.ts';
export { relations } from './003-relations.ts';
export { review } from './007-review.ts';
export { search } from './005-search.ts';
export { recordKeys } from './006-record-keys.ts';

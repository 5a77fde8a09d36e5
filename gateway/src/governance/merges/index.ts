export { followMerges } from './follow-merges.ts';
export type { ReadMerges } from './follow-merges.ts';

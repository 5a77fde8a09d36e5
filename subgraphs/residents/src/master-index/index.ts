export { bulkLoad } from './bulk-load.ts';
export type { NewRecord } from './new-record.ts';
export type { Change, ReviewKind } from './changes.ts';
export type { ReviewDecision, SampledLink } from './commands/index.ts';
export type { EventType, IndexEvent } from './index-event.ts';
export { createCurrentMatcher } from './current-matcher.ts';
export { createLinkageMatcher } from './linkage-matcher.ts';
export { MasterIndex, type Act, type Reading } from './master-index.ts';
export type { Match, Matcher } from './matcher.ts';
export {
  activateModel,
  activeModel,
  driftOf,
  keepModel,
  shadowModel,
  type Drift,
  type ParameterSource,
} from './models.ts';
export { personText } from './person-text.ts';
export { readIndex, replayIndex } from './read-index.ts';
export { keepNewKeys } from './keep-new-keys.ts';
export { keepKeys } from './record-keys.ts';
export { IndexRefusal, type RefusalReason } from './refusal.ts';
export { laneOf, reviewKinds, type ReviewStatus } from './review-work.ts';
export { withShadow } from './shadow.ts';
export { emptyIndex } from './empty-index.ts';
export { importLinks, type ImportedResident } from './import-links.ts';

export { readFacts, readOpenSession, readSurvivors } from './read-facts.ts';
export { readMergeSpans } from './read-merge-spans.ts';
export type { MergeSpan } from './read-merge-spans.ts';
export {
  readCaseload,
  readConsentRecords,
  readDeclarationRecords,
  readRelationshipRecords,
  readRestrictionRecords,
  readReviewQueue,
  readReviews,
  readSessionRecords,
  readSessions,
} from './read-records.ts';
export { vouchesFor } from './vouches-for.ts';
export { factsSeenBy, seesConsent, seesRelationship, seesSession } from './visible.ts';

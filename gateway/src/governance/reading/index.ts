export { readFacts, readOpenSession } from './read-facts.ts';
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

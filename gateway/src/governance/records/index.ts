export type {
  BreakGlassOutcome,
  BreakGlassRecord,
  BreakGlassReview,
  BreakGlassReviewRow,
  BreakGlassRow,
} from './break-glass-record.ts';
export {
  breakGlassOf,
  breakGlassReviewOf,
  breakGlassReviewRow,
  breakGlassReviewsTable,
  breakGlassRow,
  breakGlassTable,
} from './break-glass-record.ts';
export type { ConsentRecord, ConsentRow } from './consent-record.ts';
export { consentOf, consentRow, consentsTable } from './consent-record.ts';
export type { DeclarationRecord, DeclarationRow } from './declaration-record.ts';
export { declarationOf, declarationRow, declarationsTable } from './declaration-record.ts';
export { instantOf, instantOrNull, instantText } from './instant.ts';
export type { RelationshipRecord, RelationshipRow } from './relationship-record.ts';
export { relationshipOf, relationshipRow, relationshipsTable } from './relationship-record.ts';
export type { RestrictionRecord, RestrictionRow } from './restriction-record.ts';
export { restrictionOf, restrictionRow, restrictionsTable } from './restriction-record.ts';
export type { MergePeriodRow, MergeRow } from './merge-record.ts';
export { mergedResidentsTable, mergePeriodsTable } from './merge-record.ts';

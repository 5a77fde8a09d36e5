export type { DataUses } from './count-uses.ts';
export { countUses } from './count-uses.ts';
export type { DecisionRecord, DisclosurePosition, DisclosureRecord } from './disclosure-record.ts';
export { positionOf } from './disclosure-record.ts';
export type { DisclosureQuestion } from './read-disclosures.ts';
export { readDisclosures } from './read-disclosures.ts';
export { readVisible } from './read-visible.ts';
export type { NewSuspension, Suspension } from './suspensions.ts';
export { resumeAccounting, suspendAccounting, suspensionsOf } from './suspensions.ts';
export type { ReadingRules, View } from './views.ts';
export {
  accountingView,
  both,
  officerView,
  requesterView,
  residentView,
  treatmentRecipientsView,
} from './views.ts';

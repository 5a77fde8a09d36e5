export { compareRecords, type Evidence } from './compare-records.ts';
export { ReviewDesk, readReason, type Answered, type DeskSettings, type Merged } from './review-desk.ts';
export { isHeld } from './review-row.ts';
export type { ReadingRow, ReviewItemRow, ReviewWorkRow } from './review-row.ts';
export { readQuality, sampleLinks, type IdentityQuality } from './quality/index.ts';

export { createCourtRecords } from './create-court-records.ts';
export { createDisclosureViews } from './create-disclosure-views.ts';
export { createJailRecords } from './create-jail-records.ts';
export { createSubjectsAndPlaces } from './create-subjects-and-places.ts';

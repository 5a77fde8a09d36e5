export { addChildren, addTwin } from './addChildren.ts';
export { marry } from './addCouple.ts';
export { addMember, type MemberSettings } from './addMember.ts';
export { addYears, ageOn, drawBirthDate, earlier, lastDayOf, later } from './ages.ts';
export { composeHousehold } from './composeHousehold.ts';
export type { HouseholdDraft, Means, PersonDraft } from './draft.ts';
export { slotOf } from './issueIdentifiers.ts';
export { startHousehold } from './startHousehold.ts';

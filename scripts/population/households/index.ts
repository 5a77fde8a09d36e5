export { addChildren, addTwin } from './add-children.ts';
export { marry } from './add-couple.ts';
export { addMember, type MemberSettings } from './add-member.ts';
export { addYears, ageOn, drawBirthDate, earlier, lastDayOf, later } from './ages.ts';
export { composeHousehold } from './compose-household.ts';
export type { HouseholdDraft, Means, PersonDraft } from './draft.ts';
export { slotOf } from './issue-identifiers.ts';
export { startHousehold } from './start-household.ts';

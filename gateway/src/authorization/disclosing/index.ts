export { accountFor } from './account-for.ts';
export { AskedAgencies } from './asked-agencies.ts';
export type { DisclosedResident } from './disclosed-resident.ts';
export { DisclosurePlaces } from './disclosure-places.ts';
export type { NamedPlace } from './named-place.ts';
export type { NamedResidents } from './residents-named-in.ts';
export { residentsNamedIn } from './residents-named-in.ts';
export { takeOutNames } from './take-out-names.ts';

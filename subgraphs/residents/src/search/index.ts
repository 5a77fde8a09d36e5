export { buildSearch } from './build-search.ts';
export { matchResidents } from './match-residents.ts';
export type { GradedResident, MatchRequest } from './match-residents.ts';
export { profileOf, type WrittenValues } from './profile.ts';
export { searchKeys } from './search-keys.ts';
export { searchResidents } from './search-residents.ts';
export type { FoundResident, SearchRequest } from './search-residents.ts';
export { SearchWriter } from './search-writer.ts';

export { buildSearch } from './build-search.ts';
export { matchResidents } from './match-residents.ts';
export type { GradedResident, MatchRequest } from './match-residents.ts';
export { searchKeys } from './search-keys.ts';
export { searchResidents } from './search-residents.ts';
export type { FoundResident, SearchRequest } from './search-residents.ts';

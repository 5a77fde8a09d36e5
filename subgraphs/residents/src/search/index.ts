export { searchKeys } from './search-keys.ts';
export { searchResidents } from './search-residents.ts';
export type { SearchAnswer, SearchRequest } from './search-residents.ts';

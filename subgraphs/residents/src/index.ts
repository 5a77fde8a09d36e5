export { receivedPerson } from './feeds/index.ts';
export { emptyIndex, importLinks } from './master-index/index.ts';
export type { ImportedResident, NewRecord } from './master-index/index.ts';
export { residents } from './residents.ts';
export { buildSearch } from './search/index.ts';

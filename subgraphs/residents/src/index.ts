export { residents } from './residents.ts';
export { buildSearch } from './search/index.ts';

export { askHousing, nodesOf, seededDatabase } from './ask.ts';
export type { Page } from './ask.ts';
export { key, metadata } from './key.ts';
export { resident } from './residents.ts';
export { seed } from './seed.ts';

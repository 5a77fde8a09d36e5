export { key } from './key.ts';
export { resident } from './residents.ts';
export { seed } from './seed.ts';

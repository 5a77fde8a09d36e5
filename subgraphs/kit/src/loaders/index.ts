export { chunks } from './chunks.ts';
export { firstRows } from './first-rows.ts';
export { groupBy } from './group-by.ts';
export { LoaderError } from './loader-error.ts';
export { rowByKey } from './row-by-key.ts';
export { rowsByKey } from './rows-by-key.ts';
export type { Ordering } from './ordering.ts';
export type { Columns, Key } from './select-by-keys.ts';
export { currentWaves, inWaves } from './waves.ts';

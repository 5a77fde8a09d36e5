export { Column } from './column.ts';
export { Dictionary } from './dictionary.ts';
export { RecordTable, type Field } from './record-table.ts';
export { mixedHash, textHash } from './text-hash.ts';
export { sortByKeys, sortingRoom, type SortingRoom } from './sort-by-keys.ts';

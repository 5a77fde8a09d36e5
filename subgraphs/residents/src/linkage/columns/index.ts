export { Column } from './column.ts';
export { Dictionary } from './dictionary.ts';
export { RecordTable, type Field } from './record-table.ts';

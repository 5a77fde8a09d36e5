export { Column } from './column.ts';
export { RecordTable, type Field } from './record-table.ts';

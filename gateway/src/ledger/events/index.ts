export { entryText, readEntry } from './entry-text.ts';
export type { ActName, EventOf, LedgerEvent } from './event-schemas.ts';
export { eventTable } from './event-table.ts';
export { fitting, nameLength } from './fitting.ts';

export { entryText, readEntry, UnreadableEntry } from './entry-text.ts';
export type { ActName, EventName, EventOf, LedgerEvent } from './event-schemas.ts';
export { eventTable } from './event-table.ts';

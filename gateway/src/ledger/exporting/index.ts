export { auditEvent } from './audit-event.ts';
export { csvHeader, csvRow } from './disclosure-csv.ts';

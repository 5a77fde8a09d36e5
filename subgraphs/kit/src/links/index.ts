export { applyLinks } from './apply-links.ts';
export type { LinkEntry } from './apply-links.ts';
export { residentLinks } from './resident-links.ts';
export type { ResidentLinks } from './resident-links.ts';
export { residentLinksMigration } from './resident-links-migration.ts';
export { everyResident, residentReference } from './resident-reference.ts';
export type { FindResident, LinkedResident } from './resident-reference.ts';

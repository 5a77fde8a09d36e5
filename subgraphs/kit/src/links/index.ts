export { residentLinks } from './resident-links.ts';
export type { ResidentLinks } from './resident-links.ts';
export { residentLinksMigration } from './resident-links-migration.ts';
export { linkedResident, residentReference } from './resident-reference.ts';
export type { LinkedResident } from './resident-reference.ts';

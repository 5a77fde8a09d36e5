export { checkPersons, isWithheld } from './person-declaration.ts';
export type {
  PersonColumn,
  PersonDeclaration,
  PersonElement,
  WithheldPersons,
} from './person-declaration.ts';
export { personFeed, residentIndex, withheldPersonFeed } from './person-feed.ts';
export type { PersonEntry } from './person-feed.ts';
export { personFeedMigration } from './person-feed-migration.ts';
export type { OfferedPerson } from './person-of.ts';

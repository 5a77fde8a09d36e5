import type { Migration } from '../database/index.ts';
import { firstTables } from './first-tables.ts';
import { mergedResidents } from './merged-residents.ts';
import { mergedResidentsBySurvivor } from './merged-residents-by-survivor.ts';
import { mergeFeed } from './merge-feed.ts';
import { sessionTables } from './session-tables.ts';

/** All steps of the schema, in their order. */
export const migrations: readonly Migration[] = [
  firstTables,
  sessionTables,
  mergedResidents,
  mergeFeed,
  mergedResidentsBySurvivor,
];

import { migrate } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';

import { justice } from '../../src/index.ts';

/** Creating a database takes a while on a machine that is busy. */
export const timeToOpen = 60_000;

/** A database with this agency's tables, for all tests of a file. */
export async function opened(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  await migrate(justice, database);
  return database;
}

/** Removes what an earlier test wrote. */
export async function cleared(database: Database): Promise<void> {
  for (const table of written) await database(table).delete();
}

const written = [
  'DetentionFacility',
  'Court',
  'Subject',
  'CourtCase',
  'CaseHearing',
  'Supervision',
  'Booking',
  'ArrestCharge',
  'Bail',
  'resident_links',
];

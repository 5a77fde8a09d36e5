import type { Database } from '@resident-graph/subgraph-kit';

import { projectRows } from './projects.ts';
import { resident, residentLinks, residentRows } from './residents.ts';

/** Writes the made-up rows into a migrated database. */
export async function seed(database: Database): Promise<{ residentIds: readonly string[] }> {
  for (const [table, rows] of Object.entries({ ...projectRows, ...residentRows })) {
    // One by one: knex would fill columns that a row leaves out with the word DEFAULT, which SQLite lacks.
    for (const row of rows) await database(table).insert(row);
  }
  await database('resident_links').insert(residentLinks);
  return { residentIds: Object.values(resident) };
}

import type { Database } from '@resident-graph/subgraph-kit';

import { key } from './key.ts';
import { projectRows } from './projects.ts';
import { resident, residentLinks, residentRows } from './residents.ts';
import { row } from './rows.ts';

/** Others, with a client record and an enrollment each, so that costs for many can be told from costs for few. */
const others = Array.from({ length: 100 }, (_, index) => `other-${index}`);

/** Writes the made-up rows into a migrated database; the residents with a story come first. */
export async function seed(database: Database): Promise<{ residentIds: readonly string[] }> {
  for (const [table, rows] of Object.entries({ ...projectRows, ...residentRows })) {
    await database(table).insert([...rows]);
  }
  await database('Client').insert(others.map((name) => row.client(name)));
  await database('Enrollment').insert(others.map((name) => row.enrollment(name, name)));
  const otherLinks = others.map((name) => ({ resident_id: `resident-${name}`, local_id: key(name) }));
  await database('resident_links').insert([...residentLinks, ...otherLinks]);
  return { residentIds: [...Object.values(resident), ...others.map((name) => `resident-${name}`)] };
}

import type { Database } from '../database/index.ts';
import { readSurvivors } from '../reading/index.ts';
import { wrong } from './checked.ts';

/**
 * Refuses to write about an id that leads to another: by what is on file under it nothing is decided, and whoever wrote
 * it would believe that it counts.
 *
 * @throws Failure BAD_USER_INPUT
 */
export async function requireUnmerged(database: Database, residentId: string): Promise<void> {
  const survivors = await readSurvivors(database, [residentId]);
  if (survivors.has(residentId))
    throw wrong(
      'residentId: this id leads to another resident now; ask for the resident, and give their id.',
    );
}

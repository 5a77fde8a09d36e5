import { generateHouseholds } from '../../population/index.ts';
import type { Person } from '../../population/index.ts';
import { population } from '../population.ts';

/** Nobody's id. */
export const unknownId = '00000000000000000000000000';

/** People of the corpus's population, those with a written story first: of them the agencies know most. */
export function knownPeople(): readonly Person[] {
  return [...generateHouseholds(population)].flatMap(({ members }) => members).slice(0, 100);
}

import { tellStory } from './cast/index.ts';
import { finishHousehold } from './finish-household.ts';
import { composeHousehold, startHousehold } from './households/index.ts';
import { liveLives } from './lives/index.ts';
import type { Household } from './truth.ts';

export interface PopulationOptions {
  /** Any whole number; the same one gives the same people. */
  readonly seed: number;
  /** How many residents at least: the last household is whole. */
  readonly residents: number;
}

/**
 * The population, household by household; only one is held at a time. A larger population begins with the same
 * households as a smaller one of the same seed.
 *
 * @example for (const household of generateHouseholds({ seed: 7, residents: 2_000 })) …
 */
export function* generateHouseholds({ seed, residents }: PopulationOptions): Generator<Household> {
  for (let number = 1, person = 1; person <= residents; number += 1) {
    const household = generateHousehold(seed, number, person);
    person += household.members.length;
    yield household;
  }
}

function generateHousehold(seed: number, number: number, firstPerson: number): Household {
  const draft = startHousehold({ seed, number, firstPerson });
  if (!tellStory(draft)) composeHousehold(draft);
  liveLives(draft);
  return finishHousehold(draft);
}

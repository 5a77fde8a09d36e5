import {
  generateHouseholds,
  type Household,
  type LifeEvent,
  type Person,
} from '../../scripts/population/index.ts';

/** The households of a small population, all at once. */
export function sample(seed: number, residents: number): readonly Household[] {
  return [...generateHouseholds({ seed, residents })];
}

/** Everybody in the households. */
export function everybody(households: readonly Household[]): readonly Person[] {
  return households.flatMap(({ members }) => members);
}

/** Every day that an event names. */
export function daysOf(event: LifeEvent): readonly string[] {
  return Object.values(event).filter(
    (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  ) as string[];
}

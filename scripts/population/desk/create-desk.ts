import { createChance, stream } from '../chance/index.ts';
import type { IntakeDesk } from '../recorder.ts';
import type { AgencyName } from '../truth.ts';
import { agencyNumbers, profiles } from './error-profile.ts';
import { writeIdentity } from './write-identity.ts';

export interface DeskOptions {
  readonly seed: number;
  readonly agency: AgencyName;
  /** Number of the household that is served. */
  readonly household: number;
  /** Where the agency's series stand; hand the same map to every desk of the agency. A new one by default. */
  readonly series?: Map<string, number>;
}

/**
 * The counter of an agency for one household. What it writes depends on the seed, the agency and the household
 * alone, except for the numbers of series, which run over the population.
 *
 * @example createDesk({ seed: 7, agency: 'benefits', household: 12 }).write(person, '2025-03-01')
 */
export function createDesk({ seed, agency, household, series = new Map() }: DeskOptions): IntakeDesk {
  const chance = createChance(seed, stream.desk, agencyNumbers[agency], household);
  const profile = profiles[agency];
  return {
    ...chance,
    write: (person, on) => writeIdentity(person, on, profile, chance),
    copies: (person) =>
      person.traps.includes('twoLocalRecords') || chance.happens(profile.secondRecord) ? 2 : 1,
    next: (name) => {
      const number = (series.get(name) ?? 0) + 1;
      series.set(name, number);
      return number;
    },
  };
}

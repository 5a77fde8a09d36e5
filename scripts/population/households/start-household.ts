import { createChance, stream } from '../chance/index.ts';
import { origins } from '../names/index.ts';
import { asOf } from '../truth.ts';
import { addYears } from './ages.ts';
import type { HouseholdDraft } from './draft.ts';

export interface HouseholdPlace {
  readonly seed: number;
  readonly number: number;
  readonly firstPerson: number;
}

/** An empty household with chance of its own: nothing in it depends on any other household. */
export function startHousehold({ seed, number, firstPerson }: HouseholdPlace): HouseholdDraft {
  const chance = createChance(seed, stream.household, number);
  const origin = chance.pickWeighted(weightedOrigins);
  const formedOn = chance.date(addYears(asOf, -12), addYears(asOf, -1));
  return {
    seed,
    number,
    firstPerson,
    chance,
    origin,
    members: [],
    means: 'middle',
    formedOn,
    firstHome: null,
  };
}

const weightedOrigins = origins.map((origin) => [origin, origin.weight] as const);

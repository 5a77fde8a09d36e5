import type { Chance } from '../recorder.ts';
import type { Address } from '../truth.ts';
import { cities, state } from './cities.ts';
import { streetNames, streetSuffixes } from './streets.ts';

const shareOfApartments = 0.4;

/** A home in the invented state; a house, or an apartment with its number. */
export function drawAddress(chance: Chance): Address {
  const city = chance.pickWeighted(cities.map((one) => [one, one.weight] as const));
  const [suffix] = chance.pickWeighted(streetSuffixes);
  return {
    line1: `${chance.integer(1, 2400)} ${chance.pick(streetNames)} ${suffix}`,
    line2: chance.happens(shareOfApartments)
      ? `Apt ${chance.integer(1, 40)}${chance.pick(['', 'A', 'B', 'C'])}`
      : null,
    city: city.name,
    county: city.county,
    state: state.code,
    postalCode: chance.pick(city.postalCodes),
  };
}

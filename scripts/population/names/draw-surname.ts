import type { Chance } from '../recorder.ts';
import type { Origin } from './origins.ts';

const shareWithTwoSurnames = 0.25;

/** A surname of that origin; of two surnames, as of Spanish custom, for some. */
export function drawSurname(chance: Chance, origin: Origin): string {
  const surname = origin.surnames.draw(chance);
  if (!origin.doubleSurnames || !chance.happens(shareWithTwoSurnames)) return surname;
  const second = origin.surnames.draw(chance);
  return second === surname ? surname : `${surname} ${second}`;
}

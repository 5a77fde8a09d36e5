import type { Chance } from '../recorder.ts';

/** Which of HMIS's three kinds of missing: 8 does not know, 9 prefers not to answer, 99 nobody asked. */
export function missingQuality(chance: Chance): 8 | 9 | 99 {
  return chance.pickWeighted([
    [8, 3],
    [9, 3],
    [99, 4],
  ]);
}

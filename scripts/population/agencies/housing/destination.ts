import type { Chance, Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import type { Project } from './projects.ts';
import type { Homelessness } from './stays-of.ts';

/** Where a destination has two codes, the first is for good and the second for a time. */
const codes = {
  rentalWithoutSubsidy: [410],
  family: [422, 312],
  friends: [423, 313],
  jail: [207],
  street: [116],
  deceased: [24],
} as const;
const unknown = [30, 8, 9, 99] as const;

/** HMIS 3.12 Destination, with the subsidy where the client rents with one. */
export function destination(
  person: Person,
  homelessness: Homelessness,
  { exit, nextHome }: { readonly exit: string; readonly nextHome: Project | null },
  chance: Chance,
): Row {
  if (person.deathDate !== null && person.deathDate <= exit) return { Destination: 24 };
  if (person.traps.includes('missingCodes')) return { Destination: 9 };
  const { wentTo } = homelessness;
  if (wentTo === null) return { Destination: chance.pick(unknown) };
  if (wentTo === 'rentalWithSubsidy') {
    return { Destination: 435, DestinationSubsidyType: subsidy(person, nextHome, chance) };
  }
  return { Destination: chance.pick(codes[wentTo]) };
}

/**
 * HMIS 3.12.A: that of the project which pays for the home, where there is one; else veterans have vouchers of
 * their own, and so have those who grew up in foster care.
 */
function subsidy({ events, veteran }: Person, nextHome: Project | null, chance: Chance): number {
  if (nextHome !== null) return nextHome.type === 3 ? 439 : 431;
  if (veteran && chance.happens(0.7)) return chance.pick([419, 428]);
  if (events.some(({ kind }) => kind === 'fosterPlacement')) return 438;
  return chance.pickWeighted([
    [431, 5],
    [433, 3],
    [434, 1],
    [439, 1],
    [420, 1],
    [436, 1],
  ]);
}

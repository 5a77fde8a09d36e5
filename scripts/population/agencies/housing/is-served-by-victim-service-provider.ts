import { addDays } from '../../dates.ts';
import type { Chance } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { needsSecrecy } from './needs-secrecy.ts';
import type { Stay } from './stays-of.ts';

const shareThere = 0.6;

/**
 * Whether a victim service provider took the household in. Then nothing of the stay may be in a shared database,
 * not even that there was one (34 USC 12291(b)(2)). Others who flee come to a mainstream project, which records
 * what they tell it (HMIS 4.11).
 */
export function isServedByVictimServiceProvider({ head, members }: Stay, chance: Chance): boolean {
  const { from } = head.homelessness;
  const fleeing = members.filter(({ person }) => fledAround(person, from));
  if (fleeing.length === 0) return false;
  return fleeing.some(({ person }) => needsSecrecy(person)) || chance.happens(shareThere);
}

function fledAround({ events }: Person, day: string): boolean {
  return events.some(
    (event) =>
      event.kind === 'domesticViolence' &&
      event.fleeing &&
      event.on >= addDays(day, -60) &&
      event.on <= addDays(day, 30),
  );
}

import { daysBetween } from '../../dates.ts';
import type { Chance, Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { needsSecrecy } from './needs-secrecy.ts';

/** HMIS 4.11 as an adult tells it to a mainstream project. */
export function violenceRow({ events, traps }: Person, on: string, chance: Chance): Row {
  const last = events.findLast((event) => event.kind === 'domesticViolence' && event.on <= on);
  if (traps.includes('missingCodes') || chance.happens(0.04)) {
    return { DomesticViolenceSurvivor: chance.pick([8, 9, 99]) };
  }
  if (last?.kind !== 'domesticViolence') return { DomesticViolenceSurvivor: 0 };
  const days = daysBetween(last.on, on);
  return {
    DomesticViolenceSurvivor: 1,
    WhenOccurred: whenOccurred(days),
    CurrentlyFleeing: Number(last.fleeing && days <= 90),
  };
}

/** The days during an enrollment on which violence was told; never that of somebody who must not be found. */
export function violenceDays(person: Person, entry: string, exit: string): readonly string[] {
  if (needsSecrecy(person)) return [];
  return person.events
    .filter((event) => event.kind === 'domesticViolence')
    .map(({ on }) => on)
    .filter((on) => on > entry && on < exit);
}

/** HMIS 4.11.A. */
function whenOccurred(days: number): number {
  if (days <= 90) return 1;
  if (days < 182) return 2;
  return days < 365 ? 3 : 4;
}

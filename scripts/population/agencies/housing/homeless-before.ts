import { addDays } from '../../dates.ts';
import type { Person } from '../../truth.ts';
import type { Homelessness } from './stays-of.ts';

/** Nights elsewhere that end an episode of homelessness (24 CFR 578.3, chronically homeless). */
const nightsOfBreak = 7;

/** The times that the person spent on the streets or in an emergency shelter, in the order of time. */
export function streetSpells({ events }: Person): readonly Homelessness[] {
  return events
    .filter((event) => event.kind === 'homelessness')
    .filter(({ situation }) => situation === 'unsheltered' || situation === 'emergencyShelter');
}

/** The first day of the episode on the streets or in shelters that lasted until the day; null if none did. */
export function homelessBefore(person: Person, day: string): string | null {
  const last = streetSpells(person).findLast(
    ({ from, until }) => from < day && (until === null || until > addDays(day, -nightsOfBreak)),
  );
  return last === undefined ? null : (homelessBefore(person, last.from) ?? last.from);
}

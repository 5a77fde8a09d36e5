import { addDays, daysBetween } from '../../dates.ts';
import type { Chance, Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import type { PriorNight } from './prior-night.ts';

const literallyHomeless = new Set([116, 101, 118]);
const unanswered: Row = {
  LivingSituation: 99,
  LengthOfStay: 99,
  TimesHomelessPastThreeYears: 8,
  MonthsHomelessPastThreeYears: 9,
};

/** HMIS 3.917 of an adult or a head of household at project start. */
export function priorLivingSituation(person: Person, night: PriorNight, entry: string, chance: Chance): Row {
  if (person.traps.includes('missingCodes')) return unanswered;
  const { situation } = night;
  const nights = night.nights ?? chance.pick([1, 4, 12, 40, 120, 500]);
  const isHomeless = literallyHomeless.has(situation);
  const isUnderThreshold = !isHomeless && nights < (isInstitution(situation) ? 90 : 7);
  const wasHomelessBefore = isUnderThreshold && chance.happens(0.4);
  return {
    LivingSituation: situation,
    LengthOfStay: lengthOfStay(nights),
    LOSUnderThreshold: isHomeless ? null : Number(isUnderThreshold),
    PreviousStreetESSH: isUnderThreshold ? Number(wasHomelessBefore) : null,
    ...(isHomeless || wasHomelessBefore
      ? history(person, addDays(entry, -Math.min(nights, 400)), entry)
      : {}),
  };
}

function isInstitution(situation: number): boolean {
  return situation >= 200 && situation < 300;
}

/** HMIS 3.917.2. */
function lengthOfStay(nights: number): number {
  if (nights <= 1) return 10;
  if (nights < 7) return 11;
  if (nights < 31) return 2;
  if (nights < 90) return 3;
  return nights < 365 ? 4 : 5;
}

/** HMIS 3.917.3 to 3.917.5, counted over the three years before project start. */
function history(person: Person, since: string, entry: string): Row {
  const threeYearsBefore = addDays(entry, -3 * 365);
  const spells = person.events.filter(
    (event) =>
      event.kind === 'homelessness' &&
      event.situation !== 'doubledUp' &&
      event.from <= entry &&
      (event.until ?? entry) >= threeYearsBefore,
  );
  const days = spells.reduce((sum, spell) => sum + homelessDays(spell, threeYearsBefore, entry), 0);
  const months = Math.max(1, Math.ceil(days / 30));
  return {
    DateToStreetESSH: since,
    TimesHomelessPastThreeYears: Math.min(Math.max(spells.length, 1), 4),
    MonthsHomelessPastThreeYears: months > 12 ? 113 : 100 + months,
  };
}

function homelessDays(spell: object, earliest: string, latest: string): number {
  const { from, until } = spell as { readonly from: string; readonly until: string | null };
  const end = until === null || until > latest ? latest : until;
  return daysBetween(from > earliest ? from : earliest, end);
}

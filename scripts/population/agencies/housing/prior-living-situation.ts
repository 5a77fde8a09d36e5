import { addDays, daysBetween } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import type { Person } from '../../truth.ts';
import { homelessBefore, streetSpells } from './homeless-before.ts';
import type { PriorNight } from './prior-night.ts';
import type { Homelessness } from './stays-of.ts';

const literallyHomeless = new Set([116, 101, 118]);
const notCollected = 99;
const unanswered: Row = {
  LivingSituation: notCollected,
  LengthOfStay: notCollected,
  TimesHomelessPastThreeYears: 8,
  MonthsHomelessPastThreeYears: 9,
};

/** HMIS 3.917 of an adult or a head of household at project start, as their life tells it. */
export function priorLivingSituation(person: Person, night: PriorNight, entry: string): Row {
  if (person.traps.includes('missingCodes')) return unanswered;
  const { from, situation, until } = night;
  const nights = from === null ? null : daysBetween(from, until);
  const answer = { LivingSituation: situation, LengthOfStay: lengthOfStay(nights) };
  if (literallyHomeless.has(situation)) {
    return { ...answer, ...history(person, homelessBefore(person, entry) ?? entry, entry) };
  }
  if (from === null || nights === null) return answer;
  const isUnderThreshold = nights < (isInstitution(situation) ? 90 : 7);
  const since = isUnderThreshold ? homelessBefore(person, from) : null;
  return {
    ...answer,
    LOSUnderThreshold: Number(isUnderThreshold),
    PreviousStreetESSH: isUnderThreshold ? Number(since !== null) : null,
    ...(since === null ? {} : history(person, since, entry)),
  };
}

function isInstitution(situation: number): boolean {
  return situation >= 200 && situation < 300;
}

/** HMIS 3.917.2. */
function lengthOfStay(nights: number | null): number {
  if (nights === null) return notCollected;
  if (nights <= 1) return 10;
  if (nights < 7) return 11;
  if (nights < 31) return 2;
  if (nights < 90) return 3;
  return nights < 365 ? 4 : 5;
}

/** HMIS 3.917.3 to 3.917.5, counted over the three years before project start. */
function history(person: Person, since: string, entry: string): Row {
  const threeYearsBefore = addDays(entry, -3 * 365);
  const spells = streetSpells(person).filter(
    ({ from, until }) => from <= entry && (until ?? entry) >= threeYearsBefore,
  );
  const days = spells.reduce((sum, spell) => sum + homelessDays(spell, threeYearsBefore, entry), 0);
  const months = Math.max(1, Math.ceil(days / 30));
  return {
    DateToStreetESSH: since,
    TimesHomelessPastThreeYears: Math.min(Math.max(spells.length, 1), 4),
    MonthsHomelessPastThreeYears: months > 12 ? 113 : 100 + months,
  };
}

function homelessDays({ from, until }: Homelessness, earliest: string, latest: string): number {
  const end = until === null || until > latest ? latest : until;
  return daysBetween(from > earliest ? from : earliest, end);
}

import { addDays } from '../dates.ts';
import {
  addYears,
  ageOn,
  earlier,
  lastDayOf,
  later,
  type HouseholdDraft,
  type PersonDraft,
} from '../households/index.ts';
import { drawAddress } from '../places/index.ts';
import { asOf, type Address, type AddressPeriod, type LifeEvent } from '../truth.ts';

type Away = Extract<LifeEvent, { kind: 'homelessness' | 'fosterPlacement' }>;

/**
 * Where everybody lived and when.
 *
 * 1. The household moves together: a chain of homes from the day it was formed.
 * 2. Founders had a home of their own before; children live with the household from birth.
 * 3. Homelessness and placements cut a hole into it, filled by the place stayed at, where that has an address.
 */
export function settleHomes(draft: HouseholdDraft): void {
  const homes = drawHomes(draft);
  const before = drawAddress(draft.chance);
  for (const person of draft.members) {
    let lived: readonly AddressPeriod[] = [...earlierHome(draft, person, before), ...homesOf(person, homes)];
    for (const away of absences(person)) lived = leave(draft, lived, away);
    person.addresses.push(...cutAtDeath(person, lived));
  }
}

function drawHomes(draft: HouseholdDraft): readonly AddressPeriod[] {
  const { chance } = draft;
  const moves = moveDays(draft);
  const first = {
    ...(draft.firstHome ?? drawAddress(chance)),
    from: draft.formedOn,
    until: moves[0] ?? null,
  };
  return [
    first,
    ...moves.map((from, index) => ({ ...drawAddress(chance), from, until: moves[index + 1] ?? null })),
  ];
}

/** Days of moving: after each spell of homelessness of the head, and now and then; the poor move more often. */
function moveDays(draft: HouseholdDraft): readonly string[] {
  const years = draft.means === 'poor' ? 3 : draft.means === 'low' ? 5 : 8;
  const days: string[] = [];
  for (let day = draft.formedOn; ; days.push(day)) {
    day = addDays(day, draft.chance.integer(200, years * 2 * 365 - 200));
    if (day >= addDays(asOf, -20)) break;
  }
  const afterSpells = absences(draft.members[0]).flatMap(({ until }) =>
    until === null || until <= draft.formedOn ? [] : [until],
  );
  return [...new Set([...days, ...afterSpells])].filter((day) => !insideSpell(draft, day)).sort();
}

function insideSpell(draft: HouseholdDraft, day: string): boolean {
  return absences(draft.members[0]).some(({ from, until }) => day >= from && (until === null || day < until));
}

function absences(person: PersonDraft | undefined): readonly Away[] {
  const away = (person?.events ?? []).filter(
    (event): event is Away => event.kind === 'homelessness' || event.kind === 'fosterPlacement',
  );
  return away.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Adults lived elsewhere before; children born before the household was formed lived with their parent. */
function earlierHome(draft: HouseholdDraft, person: PersonDraft, familys: Address): readonly AddressPeriod[] {
  const from = later(person.birthDate, addYears(draft.formedOn, -draft.chance.integer(3, 8)));
  const joined = later(person.birthDate, draft.formedOn);
  if (from >= joined) return [];
  const related = person.relationshipToHead !== 'nonRelative' && ageOn(person, draft.formedOn) < 18;
  const founder = person.relationshipToHead === 'head';
  return [{ ...(related || founder ? familys : drawAddress(draft.chance)), from, until: joined }];
}

function homesOf(person: PersonDraft, homes: readonly AddressPeriod[]): readonly AddressPeriod[] {
  return homes
    .filter(({ until }) => until === null || until > person.birthDate)
    .map((home) => ({ ...home, from: later(home.from, person.birthDate) }));
}

function leave(
  draft: HouseholdDraft,
  periods: readonly AddressPeriod[],
  away: Away,
): readonly AddressPeriod[] {
  const staying = stayAddress(draft, away);
  const kept = periods
    .flatMap((period) => [beforeIt(period, away), afterIt(period, away)])
    .filter((period) => period !== null);
  const stay = staying === null ? [] : [{ ...staying, from: away.from, until: away.until }];
  return [...kept, ...stay].sort((one, other) => (one.from < other.from ? -1 : 1));
}

function beforeIt(period: AddressPeriod, away: Away): AddressPeriod | null {
  if (period.from >= away.from) return null;
  return { ...period, until: period.until === null ? away.from : earlier(period.until, away.from) };
}

function afterIt(period: AddressPeriod, away: Away): AddressPeriod | null {
  if (away.until === null || (period.until !== null && period.until <= away.until)) return null;
  return { ...period, from: later(period.from, away.until) };
}

/** Those who stay with others, in a hotel or in transitional housing have an address; a shelter bed is none. */
function stayAddress(draft: HouseholdDraft, away: Away): Address | null {
  if (away.kind === 'fosterPlacement') return drawAddress(draft.chance);
  if (away.situation === 'unsheltered' || away.situation === 'emergencyShelter') return null;
  return drawAddress(draft.chance);
}

function cutAtDeath(person: PersonDraft, periods: readonly AddressPeriod[]): readonly AddressPeriod[] {
  if (person.deathDate === null) return periods;
  const last = lastDayOf(person);
  return periods
    .filter(({ from }) => from < last)
    .map((period) => ({ ...period, until: period.until === null ? last : earlier(period.until, last) }));
}

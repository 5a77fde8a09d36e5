import { drawArrest } from '../events/index.ts';
import { addDays } from '../dates.ts';
import {
  addYears,
  ageOn,
  lastDayOf,
  later,
  type HouseholdDraft,
  type PersonDraft,
} from '../households/index.ts';
import { addIfFree } from './confinement.ts';
import { hardshipOf, open } from './hardship.ts';

const firstDayOfRecords = '2018-01-01';
const arrested = 0.05;

/** Arrests, likelier for young men, in hardship and with substance use; some come back. */
export function getArrested(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    if (ageOn(person, lastDayOf(person)) < 14) continue;
    if (!draft.chance.happens(arrestRate(draft, person))) continue;
    beArrested(draft, person);
    while (draft.chance.happens(0.35)) beArrested(draft, person);
  }
}

function arrestRate(draft: HouseholdDraft, person: PersonDraft): number {
  const age = ageOn(person, lastDayOf(person));
  const byAge = age < 18 ? 0.5 : age < 40 ? 1.6 : age < 60 ? 0.8 : 0.15;
  const uses = person.events.some((event) => event.kind === 'substanceUseTreatment');
  return Math.min(
    0.6,
    arrested * byAge * (person.sex === 'male' ? 1.5 : 0.5) * (uses ? 5 : 1) * hardshipOf(draft),
  );
}

function beArrested(draft: HouseholdDraft, person: PersonDraft): void {
  const earliest = later(firstDayOfRecords, addYears(person.birthDate, 13));
  const latest = addDays(lastDayOf(person), -1);
  if (earliest >= latest) return;
  addIfFree(person, drawArrest(draft.chance, person, draft.chance.date(earliest, latest)));
}

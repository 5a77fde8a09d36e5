import { drawMentalHealth, drawTreatment, type EventOf } from '../events/index.ts';
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
const treated = 0.052;
const mentallyIll = 0.075;
const chronic: readonly (readonly [EventOf<'disability'>['type'], number])[] = [
  ['physical', 0.05],
  ['chronic', 0.07],
  ['developmental', 0.015],
  ['hiv', 0.004],
];

/** Disabilities, substance use treatment and mental health care; one often comes with the other. */
export function fallIll(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    becomeDisabled(draft, person);
    const uses = ageOn(person, lastDayOf(person)) >= 16 && draft.chance.happens(treated * hardshipOf(draft));
    if (uses) enterTreatment(draft, person);
    if (draft.chance.happens(mentallyIll * (uses ? 6 : 1) * Math.sqrt(hardshipOf(draft))))
      seekCare(draft, person);
  }
}

function becomeDisabled(draft: HouseholdDraft, person: PersonDraft): void {
  const age = ageOn(person, lastDayOf(person));
  for (const [type, rate] of chronic) {
    if (!draft.chance.happens(rate * (age > 60 ? 3 : age < 18 ? 0.4 : 1))) continue;
    const congenital = type === 'developmental' || age < 18;
    const from = congenital
      ? addDays(person.birthDate, 30)
      : draft.chance.date(addYears(person.birthDate, 18), addDays(lastDayOf(person), -1));
    if (from < lastDayOf(person))
      person.events.push({ kind: 'disability', type, from, indefinite: draft.chance.happens(0.85) });
  }
}

function enterTreatment(draft: HouseholdDraft, person: PersonDraft): void {
  const { chance } = draft;
  let from = firstDay(draft, person, 15);
  if (from === null) return;
  const first = drawTreatment(chance, from);
  if (!addIfFree(person, first)) return;
  person.events.push({
    kind: 'disability',
    type: 'substanceUse',
    from: addDays(from, -chance.integer(0, 700)),
    indefinite: true,
  });
  while (chance.happens(0.45)) {
    from = addDays(from, chance.integer(20, 500));
    if (from >= addDays(lastDayOf(person), -2)) return;
    addIfFree(person, drawTreatment(chance, from, { primarySubstance: first.primarySubstance }));
  }
}

function seekCare(draft: HouseholdDraft, person: PersonDraft): void {
  const from = firstDay(draft, person, 7);
  if (from === null) return;
  const episode = drawMentalHealth(draft.chance, from);
  if (!addIfFree(person, episode)) return;
  const lasting =
    episode.diagnosis === 'schizophrenia' || episode.diagnosis === 'bipolar' || draft.chance.happens(0.3);
  if (lasting) person.events.push({ kind: 'disability', type: 'mentalHealth', from, indefinite: true });
  const again = addDays(from, draft.chance.integer(100, 900));
  if (draft.chance.happens(0.35) && again < addDays(lastDayOf(person), -2)) {
    addIfFree(person, drawMentalHealth(draft.chance, again, { diagnosis: episode.diagnosis }));
  }
}

function firstDay(draft: HouseholdDraft, person: PersonDraft, fromAge: number): string | null {
  const earliest = later(firstDayOfRecords, addYears(person.birthDate, fromAge));
  const latest = addDays(lastDayOf(person), -3);
  return earliest < latest ? draft.chance.date(earliest, latest) : null;
}

import { drawArrest, drawBenefit, drawHomelessness, drawMentalHealth } from '../events/index.ts';
import { addDays } from '../dates.ts';
import { addYears, lastDayOf, later, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { addIfFree } from '../lives/index.ts';
import type { LifeEvent } from '../truth.ts';

const attempts = 50;

/** Adds to the head's story what is missing for each of the five agencies to know the head. */
export function meetEveryAgency(draft: HouseholdDraft): void {
  const [head] = draft.members;
  if (head === undefined) return;
  const has = (...kinds: readonly LifeEvent['kind'][]) =>
    head.events.some(({ kind }) => kinds.includes(kind));
  if (!has('arrest')) place(draft, head, (on) => drawArrest(draft.chance, head, on, { sealed: false }));
  if (!has('homelessness')) place(draft, head, (on) => shelter(draft, head, on));
  if (!has('substanceUseTreatment', 'mentalHealthEpisode')) {
    place(draft, head, (on) => drawMentalHealth(draft.chance, on, { setting: 'outpatient' }));
  }
  if (!has('benefit')) place(draft, head, (on) => snap(draft, head, on));
}

function shelter(draft: HouseholdDraft, head: PersonDraft, from: string): LifeEvent {
  const until = addDays(from, draft.chance.integer(10, 45));
  return drawHomelessness(draft.chance, from, {
    together: [head.number],
    situation: 'emergencyShelter',
    until,
    wentTo: draft.chance.pick(['rentalWithSubsidy', 'family']),
  });
}

function snap(draft: HouseholdDraft, head: PersonDraft, appliedOn: string): LifeEvent {
  const present = draft.members.filter(
    (member) => member.birthDate < appliedOn && lastDayOf(member) > appliedOn,
  );
  const unit = [head, ...present.filter((member) => member !== head)].map(({ number }) => number);
  return drawBenefit(draft.chance, appliedOn, { program: 'snap', unit });
}

/** On a day that leaves room for it, well before the end. */
function place(draft: HouseholdDraft, head: PersonDraft, eventOn: (day: string) => LifeEvent): void {
  const earliest = later(addYears(head.birthDate, 18), '2020-01-01');
  const latest = addDays(lastDayOf(head), -60);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (addIfFree(head, eventOn(draft.chance.date(earliest, latest)))) return;
  }
  throw new Error(
    `The story of household ${draft.number} leaves its head no day on which an agency could meet them.`,
  );
}

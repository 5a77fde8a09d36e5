import { drawTreatment, type EventOf } from '../events/index.ts';
import { addDays } from '../dates.ts';
import { lastDayOf, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { addIfFree } from './confinement.ts';
import { open } from './hardship.ts';

type Arrest = EventOf<'arrest'>;
type Treatment = EventOf<'substanceUseTreatment'>;

const daysOfMemory = 365;
const shareOfTreatments = 0.7;
const shareOfSentences = 0.15;

/** Courts send people to treatment after an arrest: much of the treatment within a year of it, and some more. */
export function referByCourt(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    const arrests = person.events.filter((event) => event.kind === 'arrest');
    if (arrests.length === 0) continue;
    referTreatments(draft, person, arrests);
    for (const arrest of arrests) sentence(draft, person, arrest);
  }
}

function referTreatments(draft: HouseholdDraft, person: PersonDraft, arrests: readonly Arrest[]): void {
  for (const [place, event] of person.events.entries()) {
    if (event.kind !== 'substanceUseTreatment' || !arrests.some((arrest) => precedes(arrest, event)))
      continue;
    if (draft.chance.happens(shareOfTreatments)) person.events[place] = { ...event, referredBy: 'court' };
  }
}

function precedes({ on }: Arrest, { from }: Treatment): boolean {
  return on <= from && from <= addDays(on, daysOfMemory);
}

/** A conviction or diversion that asks for treatment, which begins within weeks of the decision. */
function sentence(draft: HouseholdDraft, person: PersonDraft, arrest: Arrest): void {
  const { disposedOn, disposition, on, releasedOn } = arrest;
  const asks = disposition === 'convicted' || disposition === 'diverted';
  if (!asks || disposedOn === null || releasedOn === null || !draft.chance.happens(shareOfSentences)) return;
  const start = disposedOn > releasedOn ? disposedOn : releasedOn;
  const from = addDays(start, draft.chance.integer(5, 30));
  if (from > addDays(on, daysOfMemory) || from >= addDays(lastDayOf(person), -2)) return;
  const setting = draft.chance.pick(['outpatient', 'outpatient', 'intensiveOutpatient'] as const);
  addIfFree(person, drawTreatment(draft.chance, from, { setting, referredBy: 'court' }));
}

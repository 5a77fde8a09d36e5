import { addDays } from '../dates.ts';
import type { PersonDraft } from '../households/index.ts';
import type { LifeEvent } from '../truth.ts';
import { spanOf } from './span.ts';

const endOfTime = '9999-12-31';
const outpatient = new Set(['intensiveOutpatient', 'outpatient', 'ambulatoryDetox', 'crisis']);

/** Whether during the event the person sleeps at one certain kind of place, and so at no other. */
export function confines(event: LifeEvent): boolean {
  if (event.kind === 'substanceUseTreatment' || event.kind === 'mentalHealthEpisode') {
    return !outpatient.has(event.setting);
  }
  return event.kind === 'arrest' || event.kind === 'homelessness' || event.kind === 'fosterPlacement';
}

/** Whether nothing confines the person between the two days; one stay may begin on the day another ends. */
export function isFree(person: PersonDraft, from: string, until: string | null): boolean {
  const end = until ?? endOfTime;
  return person.events.filter(confines).every((event) => {
    const span = spanOf(event);
    return (span.until ?? endOfTime) <= from || span.from >= end;
  });
}

/** Adds the event unless it would confine the person twice at a time. Answers whether it did. */
export function addIfFree(person: PersonDraft, event: LifeEvent): boolean {
  const { from, until } = spanOf(event);
  const end = until === from ? addDays(from, 1) : until;
  if (confines(event) && !isFree(person, from, end)) return false;
  person.events.push(event);
  return true;
}

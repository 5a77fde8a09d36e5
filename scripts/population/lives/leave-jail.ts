import { drawHomelessness, type EventOf } from '../events/index.ts';
import { addDays, daysBetween } from '../dates.ts';
import { ageOn, lastDayOf, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { asOf } from '../truth.ts';
import { addIfFree } from './confinement.ts';
import { open } from './hardship.ts';

/** Days in jail after which a bed elsewhere may be gone. */
const daysThatCost = 7;
const shareWithoutHome = 0.3;

/** From jail to the street or the shelter: adults who live without children, after more than a few days. */
export function leaveJail(draft: HouseholdDraft): void {
  if (draft.members.some((member) => ageOn(member, asOf) < 18)) return;
  for (const person of open(draft)) {
    const arrests = person.events.filter((event) => event.kind === 'arrest');
    for (const arrest of arrests) walkOut(draft, person, arrest);
  }
}

function walkOut(draft: HouseholdDraft, person: PersonDraft, { on, releasedOn }: EventOf<'arrest'>): void {
  if (releasedOn === null || releasedOn >= addDays(lastDayOf(person), -2) || ageOn(person, on) < 18) return;
  if (daysBetween(on, releasedOn) < daysThatCost || !draft.chance.happens(shareWithoutHome)) return;
  const settled = {
    together: [person.number],
    situation: draft.chance.pick(['emergencyShelter', 'emergencyShelter', 'unsheltered'] as const),
    cameFrom: 'jail',
  } as const;
  addIfFree(person, drawHomelessness(draft.chance, releasedOn, settled));
}

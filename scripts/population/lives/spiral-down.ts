import { drawHomelessness, drawTreatment, type EventOf } from '../events/index.ts';
import { addDays } from '../dates.ts';
import { ageOn, lastDayOf, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { addIfFree } from './confinement.ts';
import { open } from './hardship.ts';

const shareOfArrests = 0.12;

/** After the jail the detox, and after the detox the shelter, within months. */
export function spiralDown(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    const arrest = person.events.find((event) => event.kind === 'arrest');
    if (arrest?.kind === 'arrest' && draft.chance.happens(shareOfArrests)) follow(draft, person, arrest);
  }
}

function follow(draft: HouseholdDraft, person: PersonDraft, { on, releasedOn }: EventOf<'arrest'>): void {
  if (releasedOn === null || ageOn(person, on) < 18) return;
  const detox = drawTreatment(draft.chance, releasedOn, {
    setting: 'detoxFreeStanding',
    referredBy: 'court',
  });
  if (detox.until === null || addDays(detox.until, 60) > lastDayOf(person) || !addIfFree(person, detox))
    return;
  const alone = draft.members.every((member) => member === person || ageOn(member, on) >= 18);
  if (!alone) return;
  const stay = { together: [person.number], situation: 'emergencyShelter', cameFrom: 'detox' } as const;
  const until = addDays(detox.until, draft.chance.integer(10, 60));
  addIfFree(
    person,
    drawHomelessness(draft.chance, detox.until, {
      ...stay,
      until,
      wentTo: draft.chance.pick(['rentalWithSubsidy', 'family', null]),
    }),
  );
}

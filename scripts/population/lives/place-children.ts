import { addDays } from '../dates.ts';
import { ageOn, later, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { asOf } from '../truth.ts';
import { addIfFree } from './confinement.ts';
import { open } from './hardship.ts';

const placed = 0.004;

/** Children placed in foster care, likelier where a parent is in treatment or in jail. */
export function placeChildren(draft: HouseholdDraft): void {
  const troubled = draft.members.some((member) =>
    member.events.some(({ kind }) => kind === 'substanceUseTreatment' || kind === 'arrest'),
  );
  for (const child of open(draft)) {
    if (ageOn(child, asOf) >= 18 || child.parents.length === 0) continue;
    if (draft.chance.happens(placed * (troubled ? 8 : 1))) placeChild(draft, child);
  }
}

function placeChild(draft: HouseholdDraft, child: PersonDraft): void {
  const earliest = later(addDays(child.birthDate, 20), '2019-01-01');
  const latest = addDays(asOf, -10);
  if (earliest >= latest || child.deathDate !== null) return;
  const from = draft.chance.date(earliest, latest);
  const end = addDays(from, draft.chance.integer(20, 700));
  addIfFree(child, { kind: 'fosterPlacement', from, until: end > asOf ? null : end });
}

import { drawHomelessness } from '../events/index.ts';
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
import { asOf } from '../truth.ts';
import { addIfFree, isFree } from './confinement.ts';
import { hardshipOf } from './hardship.ts';

const firstDayOfRecords = '2019-01-01';
const homeless = 0.02;

/** Spells of homelessness: of the whole family where there are children, else of one adult. */
export function loseHome(draft: HouseholdDraft): void {
  const [head] = draft.members;
  if (head === undefined || draft.members.some((member) => member.scripted)) return;
  const rate = homeless * hardshipOf(draft) ** 1.3;
  if (hasChildren(draft)) {
    if (draft.chance.happens(rate)) loseHomeTogether(draft, draft.members);
    return;
  }
  for (const person of draft.members.filter((member) => ageOn(member, asOf) >= 18)) {
    const troubled = person.events.some(({ kind }) => kind === 'arrest' || kind === 'substanceUseTreatment');
    if (draft.chance.happens(Math.min(0.5, rate * (troubled ? 7 : 1)))) loseHomeTogether(draft, [person]);
  }
}

function hasChildren(draft: HouseholdDraft): boolean {
  return draft.members.some((member) => ageOn(member, asOf) < 18);
}

function loseHomeTogether(draft: HouseholdDraft, members: readonly PersonDraft[]): void {
  let [from, again] = [firstDay(draft, members), draft.chance.happens(0.4)];
  while (from !== null) {
    const end = addSpell(draft, members, from);
    from = again && end !== null ? addDays(end, draft.chance.integer(30, 400)) : null;
    if (from !== null && from >= addDays(asOf, -10)) return;
    again = draft.chance.happens(0.3);
  }
}

/** The end of the spell; null if it lasts, or if something else confined one of them. */
function addSpell(draft: HouseholdDraft, members: readonly PersonDraft[], from: string): string | null {
  const present = members.filter((member) => member.birthDate <= from && lastDayOf(member) > from);
  const spell = drawHomelessness(draft.chance, from, { together: present.map(({ number }) => number) });
  const lastDay = present.map(lastDayOf).reduce(earlier, asOf);
  if (lastDay < (spell.until ?? asOf) || !present.every((member) => isFree(member, from, spell.until)))
    return null;
  for (const member of present) addIfFree(member, spell);
  return spell.until;
}

function firstDay(draft: HouseholdDraft, members: readonly PersonDraft[]): string | null {
  const adults = members.filter((member) => ageOn(member, asOf) >= 18);
  const ofAge = adults.map((member) => addYears(member.birthDate, 18)).reduce(later, firstDayOfRecords);
  const latest = adults.map(lastDayOf).reduce(earlier, addDays(asOf, -5));
  const earliest = later(ofAge, draft.formedOn);
  return earliest < latest ? draft.chance.date(earliest, latest) : null;
}

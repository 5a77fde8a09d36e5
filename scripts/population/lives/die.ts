import { addDays } from '../dates.ts';
import { addYears, ageOn, later, type HouseholdDraft, type PersonDraft } from '../households/index.ts';
import { asOf } from '../truth.ts';

/** Some members have died within the years that the records cover; the head of a family of children never. */
export function die(draft: HouseholdDraft): void {
  const children = draft.members.some((member) => ageOn(member, asOf) < 18);
  for (const person of draft.members) {
    if (person.scripted || (children && person.relationshipToHead === 'head')) continue;
    if (draft.chance.happens(deathRate(person))) markDead(draft, person);
  }
}

function deathRate(person: PersonDraft): number {
  const age = ageOn(person, asOf);
  return age > 75 ? 0.07 : age > 60 ? 0.025 : age > 40 ? 0.008 : age > 17 ? 0.003 : 0.0008;
}

function markDead(draft: HouseholdDraft, person: PersonDraft): void {
  const birthsAndWeddings = person.events.map((event) => ('on' in event ? event.on : asOf));
  const settled = draft.members
    .filter((member) => member.parents.includes(person.number))
    .map((member) => member.birthDate);
  const earliest = [
    ...birthsAndWeddings,
    ...settled,
    person.birthDate,
    draft.formedOn,
    addYears(asOf, -4),
  ].reduce(later);
  const day = addDays(earliest, 40);
  if (day >= addDays(asOf, -10)) return;
  person.deathDate = draft.chance.date(day, addDays(asOf, -10));
}

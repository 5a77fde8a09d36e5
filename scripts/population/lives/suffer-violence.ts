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

const victims = 0.018;
const shareConfidential = 0.12;

/** Domestic violence; some flee, and some of these keep their address confidential. */
export function sufferViolence(draft: HouseholdDraft): void {
  for (const person of open(draft)) {
    if (ageOn(person, lastDayOf(person)) < 19) continue;
    const rate = victims * hardshipOf(draft) * (person.sex === 'female' ? 1.5 : 0.4);
    if (draft.chance.happens(rate)) beHurt(draft, person);
  }
}

function beHurt(draft: HouseholdDraft, person: PersonDraft): void {
  const { chance } = draft;
  const earliest = later(later('2018-01-01', draft.formedOn), addYears(person.birthDate, 18));
  const latest = addDays(lastDayOf(person), -2);
  if (earliest >= latest) return;
  const on = chance.date(earliest, latest);
  const fleeing = chance.happens(0.3);
  person.events.push({ kind: 'domesticViolence', on, fleeing });
  person.addressConfidential ||= chance.happens(shareConfidential);
  const partner = draft.members.find((other) => other !== person && isPartner(other, person));
  if (partner !== undefined && lastDayOf(partner) > on && chance.happens(0.4)) {
    addIfFree(partner, drawArrest(chance, partner, on, { domesticViolence: true }));
  }
}

function isPartner(one: PersonDraft, other: PersonDraft): boolean {
  const couple = new Set([one.relationshipToHead, other.relationshipToHead]);
  return couple.has('head') && (couple.has('spouse') || couple.has('partner'));
}

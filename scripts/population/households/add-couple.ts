import { addDays } from '../dates.ts';
import { origins } from '../names/index.ts';
import { asOf } from '../truth.ts';
import { addYears, earlier, later } from './ages.ts';
import { addMember } from './add-member.ts';
import type { HouseholdDraft, PersonDraft } from './draft.ts';

const shareMarried = 0.72;
const shareOfOtherOrigin = 0.15;
const shareTakingTheSurname = 0.65;

/** A head between the two ages with a spouse or partner; the wife's surname at birth is kept where she took his. */
export function addCouple(
  draft: HouseholdDraft,
  least: number,
  most: number,
): readonly [PersonDraft, PersonDraft] {
  const { chance } = draft;
  const head = addMember(draft, {
    relationship: 'head',
    birthDate: chance.date(addDays(addYears(asOf, -most - 1), 1), addYears(asOf, -least)),
  });
  const married = chance.happens(shareMarried);
  const other = addMember(draft, {
    relationship: married ? 'spouse' : 'partner',
    sex: chance.happens(0.97) ? (head.sex === 'female' ? 'male' : 'female') : head.sex,
    birthDate: partnersBirthDate(draft, head),
    origin: chance.happens(shareOfOtherOrigin) ? chance.pickWeighted(weightedOrigins) : draft.origin,
  });
  if (married) marry(draft, head, other);
  return [head, other];
}

const weightedOrigins = origins.map((origin) => [origin, origin.weight] as const);

function partnersBirthDate(draft: HouseholdDraft, head: PersonDraft): string {
  const drawn = addDays(head.birthDate, draft.chance.integer(-2500, 1800));
  return earlier(drawn, addYears(asOf, -19));
}

/** The wedding, on a day on which both are of age; the bride takes his surname or, by chance, not. */
export function marry(
  draft: HouseholdDraft,
  one: PersonDraft,
  other: PersonDraft,
  day?: string,
  takes?: boolean,
): void {
  const on = day ?? weddingDay(draft, one, other);
  const [bride, groom] = one.sex === 'female' ? [one, other] : [other, one];
  const custom = bride.sex !== groom.sex && draft.chance.happens(shareTakingTheSurname);
  groom.events.push({ kind: 'marriage', on, surnameBefore: groom.name.surname });
  bride.events.push({ kind: 'marriage', on, surnameBefore: bride.name.surname });
  if (takes ?? custom) takeSurname(bride, groom.name.surname);
}

function weddingDay(draft: HouseholdDraft, one: PersonDraft, other: PersonDraft): string {
  const earliest = addYears(later(one.birthDate, other.birthDate), 18);
  const latest = earlier(addDays(asOf, -60), addYears(earliest, 16));
  return draft.chance.date(earliest, later(earliest, latest));
}

function takeSurname(person: PersonDraft, surname: string): void {
  if (person.name.surname === surname) return;
  person.birthSurname = person.name.surname;
  person.name = { ...person.name, surname };
}

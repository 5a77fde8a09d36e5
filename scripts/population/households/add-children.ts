import { addDays, daysBetween } from '../dates.ts';
import { asOf, type Sex } from '../truth.ts';
import { addYears, ageOn, later } from './ages.ts';
import { addMember } from './add-member.ts';
import type { HouseholdDraft, PersonDraft } from './draft.ts';

const daysBetweenBirths = 330;
const shareOfTwinBirths = 0.017;
const shareNamedAfterFather = 0.04;
const oldestAtHome = 24;

interface Family {
  /** Parents in the household. */
  readonly parents: readonly PersonDraft[];
  readonly relationship?: 'child' | 'grandchild';
}

export interface ChildrenSettings extends Family {
  /** How many births at most: some find no room within the parents' years. */
  readonly count: number;
}

/** Children whose births lie within their parents' years, apart from one another; twins and juniors among them. */
export function addChildren(draft: HouseholdDraft, settings: ChildrenSettings): readonly PersonDraft[] {
  const children: PersonDraft[] = [];
  for (const birthDate of drawBirths(draft, settings)) {
    const child = addChild(draft, settings, birthDate);
    children.push(child);
    if (draft.chance.happens(shareOfTwinBirths)) children.push(addTwin(draft, settings, child));
  }
  return children;
}

/** A twin of the child: born on the same day; of the same sex for two in three, unless it is settled. */
export function addTwin(
  draft: HouseholdDraft,
  settings: Family,
  child: PersonDraft,
  settledSex?: Sex,
): PersonDraft {
  const other = child.sex === 'female' ? 'male' : 'female';
  const sex = settledSex ?? (draft.chance.happens(0.65) ? child.sex : other);
  return addMember(draft, {
    ...familyOf(settings),
    birthDate: child.birthDate,
    surname: child.name.surname,
    sex,
    twin: child,
  });
}

function addChild(draft: HouseholdDraft, settings: ChildrenSettings, birthDate: string): PersonDraft {
  const father = settings.parents.find((parent) => parent.sex === 'male');
  const sex = draft.chance.pick(['female', 'male'] as const);
  const surname = (father ?? settings.parents[0])?.name.surname;
  const base = { ...familyOf(settings), birthDate, sex, ...(surname === undefined ? {} : { surname }) };
  if (father === undefined || sex === 'female' || !draft.chance.happens(shareNamedAfterFather)) {
    return addMember(draft, base);
  }
  return addJunior(draft, base, father);
}

function addJunior(
  draft: HouseholdDraft,
  base: Parameters<typeof addMember>[1],
  father: PersonDraft,
): PersonDraft {
  if (father.name.suffix !== null) return addMember(draft, base);
  const son = addMember(draft, { ...base, given: father.name.given, suffix: 'Jr' });
  son.name = { ...son.name, middle: father.name.middle };
  father.name = { ...father.name, suffix: draft.chance.happens(0.5) ? 'Sr' : null };
  father.traps.push('fatherAndSonOfOneName');
  son.traps.push('fatherAndSonOfOneName');
  return son;
}

function familyOf({ parents, relationship = 'child' }: Family) {
  return { relationship, parents } as const;
}

function drawBirths(draft: HouseholdDraft, { parents, count }: ChildrenSettings): readonly string[] {
  const youngest = parents.reduce((date, parent) => later(date, parent.birthDate), '1900-01-01');
  const mother = parents.find((parent) => parent.sex === 'female');
  const earliest = later(addYears(youngest, 18), addYears(asOf, -oldestAtHome));
  const end =
    mother !== undefined && ageOn(mother, asOf) > 43 ? addYears(mother.birthDate, 43) : addDays(asOf, -30);
  if (earliest >= end) return [];
  const dates = Array.from({ length: count }, () => draft.chance.date(earliest, end)).sort();
  return dates.filter(
    (date, index) => index === 0 || daysBetween(dates[index - 1] ?? date, date) >= daysBetweenBirths,
  );
}

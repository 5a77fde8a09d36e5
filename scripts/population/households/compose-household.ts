import { origins } from '../names/index.ts';
import { asOf } from '../truth.ts';
import { addChildren } from './add-children.ts';
import { addCouple } from './add-couple.ts';
import { addMember } from './add-member.ts';
import { addYears, ageOn, drawBirthDate, later } from './ages.ts';
import type { HouseholdDraft, Means } from './draft.ts';

type Compose = (draft: HouseholdDraft) => void;

const weightedOrigins = origins.map((origin) => [origin, origin.weight] as const);
const meansByChance: Readonly<Record<'usual' | 'strained', readonly (readonly [Means, number])[]>> = {
  usual: [
    ['poor', 9],
    ['low', 20],
    ['middle', 49],
    ['comfortable', 22],
  ],
  strained: [
    ['poor', 30],
    ['low', 34],
    ['middle', 30],
    ['comfortable', 6],
  ],
};

const single: Compose = (draft) => {
  const [least, most] = draft.chance.pickWeighted([
    [[18, 30], 25],
    [[31, 60], 40],
    [[61, 92], 35],
  ] as const);
  addMember(draft, { relationship: 'head', birthDate: drawBirthDate(draft.chance, least, most) });
};

const couple: Compose = (draft) => {
  const [least, most] = draft.chance.pickWeighted([
    [[22, 44], 30],
    [[45, 64], 30],
    [[65, 90], 40],
  ] as const);
  addCouple(draft, least, most);
};

const coupleWithChildren: Compose = (draft) => {
  const parents = addCouple(draft, 24, 55);
  addChildren(draft, { parents, count: draft.chance.pickWeighted(familySizes) });
};

const singleParent: Compose = (draft) => {
  const sex = draft.chance.happens(0.82) ? 'female' : 'male';
  const parent = addMember(draft, {
    relationship: 'head',
    sex,
    birthDate: drawBirthDate(draft.chance, 20, 52),
  });
  addChildren(draft, { parents: [parent], count: draft.chance.pickWeighted(familySizes) });
};

const threeGenerations: Compose = (draft) => {
  const { chance } = draft;
  const sex = chance.happens(0.7) ? 'female' : 'male';
  const head = addMember(draft, { relationship: 'head', sex, birthDate: drawBirthDate(chance, 24, 48) });
  addMember(draft, {
    relationship: 'parent',
    birthDate: chance.date(addYears(head.birthDate, -38), addYears(head.birthDate, -19)),
    surname: head.name.surname,
  });
  addChildren(draft, { parents: [head], count: chance.pickWeighted(familySizes) });
};

const grandparentsWithGrandchild: Compose = (draft) => {
  const head = addMember(draft, { relationship: 'head', birthDate: drawBirthDate(draft.chance, 52, 72) });
  const birthDate = drawBirthDate(draft.chance, 1, Math.min(17, ageOn(head, asOf) - 38));
  addMember(draft, { relationship: 'grandchild', birthDate, surname: head.name.surname });
};

const siblings: Compose = (draft) => {
  const head = addMember(draft, { relationship: 'head', birthDate: drawBirthDate(draft.chance, 20, 66) });
  const birthDate = draft.chance.date(addYears(head.birthDate, -6), addYears(head.birthDate, -1));
  addMember(draft, { relationship: 'sibling', birthDate, surname: head.name.surname });
};

const roomMates: Compose = (draft) => {
  const { chance } = draft;
  addMember(draft, { relationship: 'head', birthDate: drawBirthDate(chance, 19, 36) });
  for (let left = chance.integer(1, 3); left > 0; left -= 1) {
    const origin = chance.pickWeighted(weightedOrigins);
    addMember(draft, { relationship: 'nonRelative', origin, birthDate: drawBirthDate(chance, 19, 36) });
  }
};

const familySizes = [
  [1, 38],
  [2, 36],
  [3, 18],
  [4, 8],
] as const;

const kinds: readonly (readonly [readonly [Compose, keyof typeof meansByChance], number])[] = [
  [[single, 'usual'], 27],
  [[couple, 'usual'], 22],
  [[coupleWithChildren, 'usual'], 25],
  [[singleParent, 'strained'], 11],
  [[threeGenerations, 'strained'], 5],
  [[grandparentsWithGrandchild, 'strained'], 2],
  [[siblings, 'usual'], 3],
  [[roomMates, 'usual'], 5],
];

/** Who lives together, by the kinds of households that there are and their shares. */
export function composeHousehold(draft: HouseholdDraft): void {
  const [compose, means] = draft.chance.pickWeighted(kinds);
  draft.means = draft.chance.pickWeighted(meansByChance[means]);
  compose(draft);
  const [head] = draft.members;
  if (head !== undefined) draft.formedOn = later(draft.formedOn, addYears(head.birthDate, 18));
}

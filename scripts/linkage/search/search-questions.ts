import { nicknamesOf, normaliseName } from '@resident-graph/residents-subgraph/linkage';
import type { SearchRequest } from '@resident-graph/residents-subgraph/search';

import { createChance } from '../../population/chance/index.ts';
import type { Chance } from '../../population/index.ts';
import type { PopulationRecord } from '../population-file.ts';

type Input = SearchRequest['input'];

/** A way of asking for somebody. */
export interface QuestionKind {
  readonly kind: string;
  readonly name: string;
  /** The question for somebody of whom a record says so; null where the record does not have it. */
  readonly ask: (record: PopulationRecord, chance: Chance) => Input | null;
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** The kinds of question that were measured elsewhere before; each has what caseworkers have. */
export const questionKinds: readonly QuestionKind[] = [
  kind('A', 'exact name + birth date', ({ names, birthDate }) => ({ ...names, birthDate })),
  kind('B', 'typo in surname + birth date', ({ names, birthDate }, chance) => ({
    ...names,
    surname: mistyped(names.surname, chance),
    birthDate,
  })),
  kind('C', 'typo in both names + wrong birth date', ({ names, birthDate }, chance) => ({
    givenName: mistyped(names.givenName, chance),
    surname: mistyped(names.surname, chance),
    birthDate: wrongDate(birthDate, chance),
  })),
  kind('D', 'typo in surname, names only', ({ names }, chance) => ({
    ...names,
    surname: mistyped(names.surname, chance),
  })),
  kind('E', 'last four + typo in surname', ({ names, lastFour }, chance) =>
    lastFour === null
      ? null
      : { socialSecurityNumberLastFour: lastFour, surname: mistyped(names.surname, chance) },
  ),
  kind('F', 'nickname + surname + birth year', ({ names, birthDate }, chance) => {
    const nicknames = nicknamesOf(normaliseName(names.givenName) ?? '');
    if (nicknames.length === 0) return null;
    return { ...names, givenName: chance.pick(nicknames), partialBirthDate: birthDate.slice(0, 4) };
  }),
  kind('G', 'beginnings of both names + birth year', ({ names, birthDate }) => ({
    givenName: names.givenName.slice(0, 4),
    surname: names.surname.slice(0, 4),
    partialBirthDate: birthDate.slice(0, 4),
  })),
  kind('H', 'names only, exact', ({ names }) => names),
  kind('I', 'given name + address', ({ names, addressLine }) =>
    addressLine === null ? null : { givenName: names.givenName, addressLine },
  ),
  kind('J', 'wrong first letter + birth date', ({ names, birthDate }, chance) => ({
    ...names,
    surname:
      chance.pick(letters.filter((letter) => letter !== names.surname[0]?.toLowerCase())) +
      names.surname.slice(1),
    birthDate,
  })),
];

interface Known {
  readonly names: { readonly givenName: string; readonly surname: string };
  readonly birthDate: string;
  readonly lastFour: string | null;
  readonly addressLine: string | null;
}

function kind(
  letter: string,
  name: string,
  ask: (known: Known, chance: Chance) => Input | null,
): QuestionKind {
  return {
    kind: letter,
    name,
    ask: (record, chance) => {
      const { given, surname, birthDate, socialSecurityNumber, addressLine } = record;
      if (given === null || surname === null || birthDate === null) return null;
      // Too short to be mistyped and meant still.
      if (given.length < 4 || surname.length < 4) return null;
      const lastFour = socialSecurityNumber?.slice(-4) ?? null;
      return ask({ names: { givenName: given, surname }, birthDate, lastFour, addressLine }, chance);
    },
  };
}

/** The population's own, seeded by what it is for. */
export function chanceOf(kindNumber: number, question: number): Chance {
  return createChance(20_260_101, kindNumber, question);
}

/** One letter replaced, left out, added, or swapped with the next; never the first. */
function mistyped(name: string, chance: Chance): string {
  const at = chance.integer(1, name.length - 2);
  const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  const other = chance.pick(letters.filter((one) => one !== letter));
  const ways = [
    before + other + after,
    before + after,
    before + letter + other + after,
    letter === after.charAt(0) ? before + other + after : before + after.charAt(0) + letter + after.slice(1),
  ];
  return chance.pick(ways);
}

/** Another day, another month or another year. */
function wrongDate(date: string, chance: Chance): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const otherDay = chance.integer(1, 28);
  const otherMonth = chance.integer(1, 12);
  return chance.pick([
    `${year}-${month}-${two(otherDay === Number(day) ? (otherDay % 28) + 1 : otherDay)}`,
    `${year}-${two(otherMonth === Number(month) ? (otherMonth % 12) + 1 : otherMonth)}-${day > '28' ? '28' : day}`,
    `${Number(year) + chance.pick([-10, -2, -1, 1, 2, 10])}-${month}-${day > '28' ? '28' : day}`,
  ]);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

import { nicknameRoot } from '../linkage/index.ts';
import { formsOf, keyOf, pairs, startOf } from './keys.ts';
import type { Question } from './question.ts';
import type { MeantName, Vocabulary } from './vocabulary.ts';

/** Keys that are looked up together. */
export interface Lookup {
  readonly keys: readonly number[];
  /** Residents taken at most, those of the least numbers. */
  readonly most: number;
  /** What it says of a resident to be among them, against those of other lookups. */
  readonly worth: number;
}

/** Two names that may be meant together. */
interface MeantPair {
  readonly given: MeantName;
  readonly surname: MeantName;
  readonly likeness: number;
}

const likely = 0.95;
const mostPairs = 300;
const mostPairsInYear = 150;

/** Every way in which whoever is meant may be found: a few hundred equalities. */
export function lookupsOf(question: Question, vocabulary: Vocabulary): readonly Lookup[] {
  const { givenName, surname } = question;
  const givens = givenName === null ? [] : vocabulary.meant('given', givenName);
  const surnames = surname === null ? [] : vocabulary.meant('surname', surname);
  return [
    ...ofNames(question, givens, surnames),
    ...ofSurname(question, surnames),
    ...ofGivenName(question, givens),
    ...swapped(question),
    ...withoutNames(question),
  ].filter(({ keys }) => keys.length > 0);
}

function ofNames(
  { birthDate, partialBirthDate }: Question,
  givens: readonly MeantName[],
  surnames: readonly MeantName[],
): readonly Lookup[] {
  const meant = likeliestPairs(givens, surnames);
  const year = (birthDate ?? partialBirthDate)?.slice(0, 4) ?? null;
  const lookups: Lookup[] = [
    { keys: meant.filter(isLikely).map(namesKey), most: 300, worth: 4 },
    { keys: meant.filter((pair) => !isLikely(pair)).map(namesKey), most: 500, worth: 2 },
  ];
  if (year === null) return lookups;
  const inYear = ({ given, surname }: MeantPair): number =>
    keyOf('names, year', surname.name, nicknameRoot(given.name), year);
  const starts = meant
    .slice(0, 1)
    .map(({ given, surname }) => keyOf('starts, year', startOf(surname.name), startOf(given.name), year));
  return [
    ...lookups,
    { keys: meant.slice(0, mostPairsInYear).map(inYear), most: 300, worth: 3 },
    { keys: starts, most: 200, worth: 2 },
  ];
}

function isLikely({ likeness }: MeantPair): boolean {
  return likeness >= likely;
}

function namesKey({ given, surname }: MeantPair): number {
  return keyOf('names', surname.name, given.name);
}

function ofSurname(question: Question, surnames: readonly MeantName[]): readonly Lookup[] {
  const names = surnames.map(({ name }) => name);
  return [
    { keys: pairs(names, birthDates(question), 'surname, birth date'), most: 200, worth: 5 },
    {
      keys: pairs(names, only(question.socialSecurityNumberLastFour), 'surname, last four'),
      most: 200,
      worth: 5,
    },
    { keys: pairs(names, only(question.addressLine), 'surname, line'), most: 200, worth: 4 },
    {
      keys: pairs(names.slice(0, 1), only(question.postalCode), 'surname, postal code'),
      most: 300,
      worth: 2,
    },
    { keys: pairs(names.slice(1), only(question.postalCode), 'surname, postal code'), most: 200, worth: 1 },
  ];
}

function ofGivenName(question: Question, givens: readonly MeantName[]): readonly Lookup[] {
  const roots = [...new Set(givens.map(({ name }) => nicknameRoot(name)))];
  return [
    { keys: pairs(roots, birthDates(question), 'given name, birth date'), most: 200, worth: 5 },
    {
      keys: pairs(roots, only(question.socialSecurityNumberLastFour), 'given name, last four'),
      most: 200,
      worth: 4,
    },
    { keys: pairs(roots, only(question.addressLine), 'given name, line'), most: 200, worth: 4 },
    {
      keys: pairs(roots.slice(0, 1), only(question.postalCode), 'given name, postal code'),
      most: 300,
      worth: 2,
    },
    {
      keys: pairs(roots.slice(1), only(question.postalCode), 'given name, postal code'),
      most: 200,
      worth: 1,
    },
  ];
}

/** Given name and surname in each other's place, as they are written; a name alone may stand in the other's too. */
function swapped(question: Question): readonly Lookup[] {
  const [surnames, givens] = [formsOf(question.givenName), formsOf(question.surname)];
  const dates = birthDates(question);
  return [
    { keys: pairs(surnames, givens, 'names'), most: 100, worth: 2 },
    { keys: pairs(surnames, dates, 'surname, birth date'), most: 50, worth: 3 },
    { keys: pairs(givens.map(nicknameRoot), dates, 'given name, birth date'), most: 50, worth: 3 },
  ];
}

function withoutNames(question: Question): readonly Lookup[] {
  const { socialSecurityNumberLastFour, addressLine, postalCode, phone, email } = question;
  const [dates, fours, codes] = [birthDates(question), only(socialSecurityNumberLastFour), only(postalCode)];
  return [
    { keys: pairs(dates, fours, 'birth date, last four'), most: 200, worth: 6 },
    { keys: pairs(dates, codes, 'birth date, postal code'), most: 200, worth: 3 },
    { keys: pairs(fours, codes, 'last four, postal code'), most: 200, worth: 3 },
    { keys: only(addressLine).map((line) => keyOf('line', line)), most: 400, worth: 2 },
    { keys: only(phone).map((number) => keyOf('phone', number)), most: 200, worth: 6 },
    { keys: only(email).map((address) => keyOf('email', address)), most: 200, worth: 6 },
  ];
}

/** The birth date, and the one with month and day in each other's place where that is a date too. */
function birthDates({ birthDate }: Question): readonly string[] {
  if (birthDate === null) return [];
  const [year, month, day] = [birthDate.slice(0, 4), birthDate.slice(4, 6), birthDate.slice(6)];
  return Number(day) > 12 || day === month ? [birthDate] : [birthDate, `${year}${day}${month}`];
}

/** The pairs of which both names are likely, the likeliest first. */
function likeliestPairs(givens: readonly MeantName[], surnames: readonly MeantName[]): readonly MeantPair[] {
  return surnames
    .flatMap((surname) =>
      givens.map((given) => ({ given, surname, likeness: given.likeness * surname.likeness })),
    )
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostPairs);
}

function only(value: string | null): readonly string[] {
  return value === null ? [] : [value];
}

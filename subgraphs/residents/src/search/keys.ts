import { nicknameRoot, textHash } from '../linkage/index.ts';
import type { Profile } from './profile.ts';

/** What a resident can be looked up by: values that agree together, since few agree with one alone. */
export type KeyKind =
  | 'names'
  | 'names, year'
  | 'starts, year'
  | 'surname, birth date'
  | 'given name, birth date'
  | 'surname, last four'
  | 'given name, last four'
  | 'surname, postal code'
  | 'given name, postal code'
  | 'surname, line'
  | 'given name, line'
  | 'birth date, last four'
  | 'birth date, postal code'
  | 'last four, postal code'
  | 'line'
  | 'phone'
  | 'email';

/** Letters of a name from which a beginning is told. */
const startLength = 3;

/** A key as the index keeps it: 32 bits with a sign. Two that meet by chance cost a comparison, and no more. */
export function keyOf(kind: KeyKind, ...parts: readonly string[]): number {
  return textHash(`${kind}|${parts.join('|')}`) | 0;
}

/** A name as keys have it, without spaces: "de la Cruz" is "Delacruz". */
export function closedUp(name: string): string {
  return name.replaceAll(' ', '');
}

export function startOf(name: string): string {
  return name.slice(0, startLength);
}

/** Every key of a resident, none twice. */
export function keysOf(profile: Profile): readonly number[] {
  const { birthDates, lastFours, lines, postalCodes, phones, emails } = profile;
  const keys = [
    ...keysOfNames(profile),
    ...pairs(birthDates, lastFours, 'birth date, last four'),
    ...pairs(birthDates, postalCodes, 'birth date, postal code'),
    ...pairs(lastFours, postalCodes, 'last four, postal code'),
    ...lines.map((line) => keyOf('line', line)),
    ...phones.map((phone) => keyOf('phone', phone)),
    ...emails.map((email) => keyOf('email', email)),
  ];
  return [...new Set(keys)];
}

/** The ways in which a name of several words may be asked for: the whole, and each word that is not a particle. */
export function formsOf(name: string | null): readonly string[] {
  if (name === null) return [];
  if (!name.includes(' ')) return [name];
  return [...new Set([closedUp(name), ...name.split(' ').filter((word) => word.length >= startLength)])];
}

/** Any given name with any surname: who is called Annie Smith, born Ana Weber, may be asked for as Annie Weber. */
function keysOfNames({ names, birthDates, lastFours, lines, postalCodes }: Profile): readonly number[] {
  const givens = [...new Set(names.flatMap(([given]) => formsOf(given)))];
  const surnames = [...new Set(names.flatMap(([, , surname]) => formsOf(surname)))];
  const roots = [...new Set(givens.map(nicknameRoot))];
  const years = [...new Set(birthDates.map((date) => date.slice(0, 4)))];
  return [
    ...pairs(surnames, givens, 'names'),
    ...years.flatMap((year) => [
      ...surnames.flatMap((one) => roots.map((other) => keyOf('names, year', one, other, year))),
      ...surnames.flatMap((one) =>
        givens.map((other) => keyOf('starts, year', startOf(one), startOf(other), year)),
      ),
    ]),
    ...pairs(surnames, birthDates, 'surname, birth date'),
    ...pairs(roots, birthDates, 'given name, birth date'),
    ...pairs(surnames, lastFours, 'surname, last four'),
    ...pairs(roots, lastFours, 'given name, last four'),
    ...pairs(surnames, postalCodes, 'surname, postal code'),
    ...pairs(roots, postalCodes, 'given name, postal code'),
    ...pairs(surnames, lines, 'surname, line'),
    ...pairs(roots, lines, 'given name, line'),
  ];
}

/** The keys of every pair of values. */
export function pairs(ones: readonly string[], others: readonly string[], kind: KeyKind): readonly number[] {
  return ones.flatMap((one) => others.map((other) => keyOf(kind, one, other)));
}

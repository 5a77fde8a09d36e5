import { addressLine, place } from './address.ts';
import { birthDate } from './birth-date.ts';
import type { Comparison } from './comparison.ts';
import { birthPlace, email, occupation, phone, sex, suffix } from './contact.ts';
import { givenName } from './given-name.ts';
import { middleName } from './middle-name.ts';
import { number } from './number.ts';
import { surname } from './surname.ts';

export type { Comparator, Comparison } from './comparison.ts';
export { editDistance } from './edit-distance.ts';
export { jaroWinkler } from './jaro-winkler.ts';

/** What is compared of two people, in the order in which evidence is shown. */
export const personComparisons: readonly Comparison[] = [
  givenName,
  middleName,
  surname,
  suffix,
  sex,
  birthDate,
  number,
  addressLine,
  place,
  phone,
  email,
  birthPlace,
  occupation,
];

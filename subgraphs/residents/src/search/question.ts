import { badUserInput } from '@resident-graph/subgraph-kit';

import { normaliseAddressLine, normaliseName } from '../linkage/index.ts';
import { normaliseSurname } from './profile.ts';

/** What a caseworker may know of the person who is looked for, as the schema has it. */
export interface SearchInput {
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly birthDate?: string | null;
  readonly partialBirthDate?: string | null;
  readonly socialSecurityNumberLastFour?: string | null;
  readonly addressLine?: string | null;
  readonly postalCode?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** The same, normalised; null for what is not known. A birth date is `YYYYMMDD`, one in part `YYYY` or `YYYYMM`. */
export type Question = { readonly [Argument in keyof SearchInput]-?: string | null };

/** How the value of an argument is read; throws for one that cannot be meant, without repeating it. */
const readers: { readonly [Argument in keyof SearchInput]-?: (text: string) => string } = {
  givenName: named('givenName', normaliseName),
  surname: named('surname', normaliseSurname),
  birthDate: (text) => text.replaceAll('-', ''),
  partialBirthDate: (text) =>
    shaped(
      'partialBirthDate',
      /^\d{4}(-(0[1-9]|1[0-2]))?$/,
      'a year, or a year and a month',
    )(text).replace('-', ''),
  socialSecurityNumberLastFour: shaped('socialSecurityNumberLastFour', /^\d{4}$/, 'four digits'),
  addressLine: named('addressLine', normaliseAddressLine),
  postalCode: shaped('postalCode', /^\d{5}$/, 'five digits'),
  phone: (text) =>
    shaped('phone', /^\d{10}$/, 'ten digits')(text.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')),
  email: (text) => shaped('email', /^[^@\s\0]+@[^@\s\0]+$/, 'an address with one @')(text.toLowerCase()),
};

const strong: readonly (keyof SearchInput)[] = ['phone', 'email'];

/**
 * Reads what is asked. A question that would walk through the population is refused: two identifiers are needed, or
 * one that is strong. A birth date in part is none: it tells those apart who agree otherwise.
 */
export function readQuestion(input: SearchInput): Question {
  const read = (argument: keyof SearchInput): string | null => {
    const text = input[argument]?.trim() ?? '';
    return text === '' ? null : readers[argument](text);
  };
  const question = Object.fromEntries(
    Object.keys(readers).map((argument) => [argument, read(argument as keyof SearchInput)]),
  ) as Question;
  const { partialBirthDate, ...others } = question;
  if (question.birthDate !== null && partialBirthDate !== null)
    throw badUserInput('Give birthDate or partialBirthDate, and not both.', 'partialBirthDate');
  const given = Object.values(others).filter((value) => value !== null);
  if (given.length >= 2 || strong.some((argument) => question[argument] !== null)) return question;
  throw badUserInput('A search needs two identifiers, or a whole phone number or e-mail address.', 'input');
}

function shaped(argument: string, shape: RegExp, words: string): (text: string) => string {
  return (text) => {
    if (!shape.test(text)) throw badUserInput(`The argument ${argument} is ${words}.`, argument);
    return text;
  };
}

function named(argument: string, normalise: (text: string) => string | null): (text: string) => string {
  return (text) => {
    // No database stores the character NUL, and what is that long is no name.
    const value = text.length > 120 || text.includes('\0') ? null : normalise(text);
    if (value === null)
      throw badUserInput(
        `The argument ${argument} has 1 to 120 letters or digits, and means something.`,
        argument,
      );
    return value;
  };
}

import { badUserInput } from '@resident-graph/subgraph-kit';

import type { ResidentLoaders } from '../loaders.ts';
import type { NameRow } from '../rows.ts';
import { searchKeys } from './search-keys.ts';

/** What a caseworker may know of the person who is looked for. */
export interface SearchInput {
  readonly givenName?: string | null;
  readonly surname?: string | null;
  readonly birthDate?: string | null;
  readonly socialSecurityNumberLastFour?: string | null;
  readonly addressLine?: string | null;
  readonly postalCode?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}

/** One equality by which an index finds residents. */
export interface Lookup {
  readonly table: string;
  /** The column that holds the resident's id. */
  readonly resident: string;
  readonly column: string;
  readonly value: string;
}

/** One way of telling residents apart. */
export interface Identifier {
  readonly name: string;
  readonly argument: keyof SearchInput;
  /** Enough alone: hardly anybody shares it. */
  readonly isStrong: boolean;
  /** What full agreement counts in the ranking. */
  readonly weight: number;
  /** The value as it is compared; refuses one that cannot be meant. */
  readonly read: (text: string) => string;
  /** The equalities that find those who agree, exactly or nearly; any of them suffices. */
  readonly lookups: (value: string) => readonly Lookup[];
  /** How well a resident agrees: 0 not at all, 1 fully. */
  readonly agreement: (value: string, resident: string, loaders: ResidentLoaders) => Promise<number>;
}

/** The identifiers, in the order in which a match is explained. */
export const identifiers: readonly Identifier[] = [
  nameIdentifier('GIVEN_NAME', 'givenName', 'given', 3),
  nameIdentifier('SURNAME', 'surname', 'surname', 4),
  {
    name: 'BIRTH_DATE',
    argument: 'birthDate',
    isStrong: false,
    weight: 6,
    read: (text) => text,
    lookups: (value) => [{ table: 'residents', resident: 'id', column: 'birth_date', value }],
    agreement: async (value, id, { residents }) => full((await residents.load(id))?.birth_date === value),
  },
  {
    name: 'SOCIAL_SECURITY_NUMBER_LAST_FOUR',
    argument: 'socialSecurityNumberLastFour',
    isStrong: false,
    weight: 5,
    read: shaped('socialSecurityNumberLastFour', /^\d{4}$/, 'four digits'),
    lookups: (value) => [{ table: 'residents', resident: 'id', column: 'ssn_last_four', value }],
    agreement: async (value, id, { residents }) => full((await residents.load(id))?.ssn_last_four === value),
  },
  {
    name: 'ADDRESS_LINE',
    argument: 'addressLine',
    isStrong: false,
    weight: 4,
    read: keyed('addressLine', searchKeys.address.of),
    lookups: (value) => [lookup('resident_addresses', 'line_key', value)],
    agreement: async (value, id, { addresses }) =>
      full((await addresses.load(id)).some(({ line_key }) => line_key === value)),
  },
  {
    name: 'POSTAL_CODE',
    argument: 'postalCode',
    isStrong: false,
    weight: 1,
    read: shaped('postalCode', /^\d{5}$/, 'five digits'),
    lookups: (value) => [lookup('resident_addresses', 'postal_code', value)],
    agreement: async (value, id, { addresses }) =>
      full((await addresses.load(id)).some(({ postal_code }) => postal_code === value)),
  },
  {
    name: 'PHONE',
    argument: 'phone',
    isStrong: true,
    weight: 5,
    read: (text) =>
      shaped('phone', /^\d{10}$/, 'ten digits')(text.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')),
    lookups: (value) => [lookup('resident_phones', 'number', value)],
    agreement: async (value, id, { phones }) =>
      full((await phones.load(id)).some(({ number }) => number === value)),
  },
  {
    name: 'EMAIL',
    argument: 'email',
    isStrong: true,
    weight: 6,
    read: (text) =>
      shaped('email', /^[^@\s\0]+@[^@\s\0]+$/, 'an address with one @')(text.trim().toLowerCase()),
    lookups: (value) => [lookup('resident_emails', 'address_key', value)],
    agreement: async (value, id, { emails }) =>
      full((await emails.load(id)).some(({ address_key }) => address_key === value)),
  },
];

function nameIdentifier(
  name: string,
  argument: 'givenName' | 'surname',
  part: 'given' | 'surname',
  weight: number,
): Identifier {
  return {
    name,
    argument,
    isStrong: false,
    weight,
    read: keyed(argument, searchKeys.exact.of),
    lookups: (value) =>
      [
        lookup('resident_names', `${part}_sound`, searchKeys.sound.of(value)),
        lookup('resident_names', `${part}_start`, searchKeys.start.of(value)),
      ].filter((one) => one.value !== ''),
    agreement: async (value, id, { names }) =>
      Math.max(0, ...(await names.load(id)).map((row) => nameAgreement(value, row, part))),
  };
}

/** Exact before a beginning, a beginning before the same sound, the same three first letters last. */
function nameAgreement(value: string, row: NameRow, part: 'given' | 'surname'): number {
  if (row[`${part}_key`] === value) return 1;
  if (row[`${part}_key`]?.startsWith(value) === true) return 0.8;
  if (row[`${part}_sound`] === searchKeys.sound.of(value)) return 0.7;
  return row[`${part}_start`] === searchKeys.start.of(value) ? 0.3 : 0;
}

function lookup(table: string, column: string, value: string): Lookup {
  return { table, resident: 'resident_id', column, value };
}

function full(agrees: boolean): number {
  return agrees ? 1 : 0;
}

function shaped(argument: string, shape: RegExp, words: string): (text: string) => string {
  return (text) => {
    if (!shape.test(text)) throw badUserInput(`The argument ${argument} is ${words}.`, argument);
    return text;
  };
}

function keyed(argument: string, keyOf: (text: string) => string): (text: string) => string {
  return (text) => {
    // No database stores the character NUL, and PostgreSQL fails to look for it.
    const key = text.length > 120 || text.includes('\0') ? '' : keyOf(text);
    if (key === '') throw badUserInput(`The argument ${argument} has 1 to 120 letters or digits.`, argument);
    return key;
  };
}

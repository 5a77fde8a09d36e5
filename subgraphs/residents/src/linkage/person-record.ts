import type { NumberTokens } from '@resident-graph/subgraph-kit';

/**
 * What one agency says of one person, as written: the elements that linkage compares. Each is null where the
 * agency does not have it. No Social Security number: its keyed hashes stand for it.
 */
export interface PersonRecord {
  readonly given: string | null;
  readonly middle: string | null;
  readonly surname: string | null;
  readonly suffix: string | null;
  readonly sex: string | null;
  /** ISO 8601 calendar date, `YYYY-MM-DD`, or its eight digits. */
  readonly birthDate: string | null;
  readonly socialSecurityNumber: NumberTokens | null;
  /** House number and street. */
  readonly addressLine: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthPlace: string | null;
  readonly occupation: string | null;
}

/** A record of which nothing is known, to be spread and filled in. */
export const emptyRecord: PersonRecord = {
  given: null,
  middle: null,
  surname: null,
  suffix: null,
  sex: null,
  birthDate: null,
  socialSecurityNumber: null,
  addressLine: null,
  city: null,
  postalCode: null,
  phone: null,
  email: null,
  birthPlace: null,
  occupation: null,
};

import type { SearchInput } from './question.ts';

/** How an identifier that was asked for agrees with what is known of a resident. Values are never told. */
export type EvidenceLevel =
  | 'EXACT'
  | 'NICKNAME'
  | 'SWAPPED'
  | 'SIMILAR'
  | 'BEGINNING'
  | 'PART'
  | 'PARTIAL_DATE'
  | 'INITIAL'
  | 'ALIKE'
  | 'MIDDLE_NAME'
  | 'STREET'
  | 'DIFFERENT';

/** One way of telling residents apart. */
export interface Identifier {
  readonly name: string;
  readonly argument: keyof SearchInput;
  /** The linkage's comparison of it; null where it has none that fits. */
  readonly comparison: string | null;
  /** What each level of that comparison is told as; levels that would tell more of a value than was asked are one. */
  readonly told: Readonly<Record<string, EvidenceLevel>>;
}

const slip = 'SIMILAR';
const other = 'DIFFERENT';

/** The identifiers, in the order in which a match is explained. */
export const identifiers: readonly Identifier[] = [
  {
    name: 'GIVEN_NAME',
    argument: 'givenName',
    comparison: 'givenName',
    told: {
      exact: 'EXACT',
      nickname: 'NICKNAME',
      swapped: 'SWAPPED',
      similar: slip,
      initial: 'INITIAL',
      alike: 'ALIKE',
      middle: 'MIDDLE_NAME',
      different: other,
    },
  },
  {
    name: 'SURNAME',
    argument: 'surname',
    comparison: 'surname',
    told: { exact: 'EXACT', part: 'PART', similar: slip, alike: 'ALIKE', different: other },
  },
  {
    name: 'BIRTH_DATE',
    argument: 'birthDate',
    comparison: 'birthDate',
    told: {
      exact: 'EXACT',
      'one edit': slip,
      swapped: slip,
      'first of January': slip,
      'two parts': slip,
      different: other,
      near: other,
      'same year': other,
      'near year': other,
      generation: other,
    },
  },
  { name: 'BIRTH_DATE', argument: 'partialBirthDate', comparison: null, told: {} },
  {
    name: 'SOCIAL_SECURITY_NUMBER_LAST_FOUR',
    argument: 'socialSecurityNumberLastFour',
    comparison: 'socialSecurityNumber',
    told: { 'last four': 'EXACT', 'other last four': other },
  },
  {
    name: 'ADDRESS_LINE',
    argument: 'addressLine',
    comparison: 'addressLine',
    told: { exact: 'EXACT', similar: slip, street: 'STREET', different: other },
  },
  { name: 'POSTAL_CODE', argument: 'postalCode', comparison: null, told: {} },
  {
    name: 'PHONE',
    argument: 'phone',
    comparison: 'phone',
    told: { exact: 'EXACT', 'one edit': slip, different: other },
  },
  {
    name: 'EMAIL',
    argument: 'email',
    comparison: 'email',
    told: { exact: 'EXACT', similar: slip, 'local part': slip, different: other },
  },
];

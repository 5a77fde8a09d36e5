import { ConfigurationError } from '../../errors/index.ts';

/** What can be said of a person for matching; the identity-matching agreement says which of these an agency may say. */
export const personElements = [
  'given',
  'middle',
  'surname',
  'suffix',
  'sex',
  'birthDate',
  'socialSecurityNumber',
  'addressLine',
  'city',
  'postalCode',
  'phone',
  'email',
  'birthPlace',
  'occupation',
] as const;

export type PersonElement = (typeof personElements)[number];

/** A column, and how its values are to be read; null where a value says nothing. */
export interface PersonColumn {
  readonly column: string;
  readonly read: (value: string | number) => string | null;
}

/** Which persons an agency offers to the resident index: one row of a table each. */
export interface PersonDeclaration {
  /** The identity-matching agreement: nothing but the elements that it names leaves the agency. */
  readonly agreement: { readonly id: string; readonly elements: readonly PersonElement[] };
  readonly table: string;
  /** The column of the local id, as in `resident_links`. */
  readonly key: string;
  /** Where the elements stand; a Social Security number leaves the agency as keyed hashes alone. */
  readonly elements: Readonly<Partial<Record<PersonElement, string | PersonColumn>>>;
}

/** An agency of whose persons nothing may be told, not that there are any, and no hash of anything. */
export interface WithheldPersons {
  /** The law, as in 34 USC 12291(b)(2). */
  readonly withheldBy: string;
}

/** @throws ConfigurationError where a column stands for an element that the agreement does not name. */
export function checkPersons({ agreement, elements }: PersonDeclaration): void {
  const more = Object.keys(elements).find((name) => !agreement.elements.some((allowed) => allowed === name));
  if (more === undefined) return;
  throw new ConfigurationError({
    place: `persons, elements.${more}`,
    message: `the agreement ${agreement.id} does not name this element.`,
    remedy: 'Take it away, or have the agreement amended first.',
  });
}

export function isWithheld(persons: PersonDeclaration | WithheldPersons): persons is WithheldPersons {
  return 'withheldBy' in persons;
}

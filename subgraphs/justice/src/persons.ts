import type { PersonDeclaration } from '@resident-graph/subgraph-kit';

/** What the identity-matching agreement lets the resident index know of subjects; fingerprints stay where they are. */
export const persons: PersonDeclaration = {
  agreement: {
    id: 'identity-matching-justice',
    elements: [
      'given',
      'middle',
      'surname',
      'suffix',
      'sex',
      'birthDate',
      'socialSecurityNumber',
      'addressLine',
      'postalCode',
    ],
  },
  table: 'Subject',
  key: 'SubjectID',
  elements: {
    given: 'PersonGivenName',
    middle: 'PersonMiddleName',
    surname: 'PersonSurName',
    suffix: 'PersonNameSuffixText',
    sex: { column: 'PersonSexCode', read: (code) => ({ F: 'female', M: 'male' })[String(code)] ?? null },
    birthDate: 'PersonBirthDate',
    socialSecurityNumber: 'PersonSSNIdentification',
    // "12 Elm Street, Fairhaven OH 43004"
    addressLine: { column: 'AddressFullText', read: (text) => String(text).split(',', 1)[0] ?? null },
    postalCode: { column: 'AddressFullText', read: (text) => /\d{5}$/.exec(String(text))?.[0] ?? null },
  },
};

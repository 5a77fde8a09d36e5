import type { PersonDeclaration } from '@resident-graph/subgraph-kit';

/** What the identity-matching agreement lets the resident index know of clients: HMIS 3.01 to 3.03 and 3.06. */
export const persons: PersonDeclaration = {
  agreement: {
    id: 'identity-matching-housing',
    elements: ['given', 'middle', 'surname', 'suffix', 'sex', 'birthDate', 'socialSecurityNumber'],
  },
  table: 'Client',
  key: 'PersonalID',
  elements: {
    given: 'FirstName',
    middle: 'MiddleName',
    surname: 'LastName',
    suffix: 'NameSuffix',
    sex: { column: 'Sex', read: (code) => ({ 0: 'female', 1: 'male' })[Number(code)] ?? null },
    birthDate: 'DOB',
    // Partial ones are xxxxx1234, of which the digits count.
    socialSecurityNumber: 'SSN',
  },
};

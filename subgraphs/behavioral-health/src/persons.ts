import type { PersonDeclaration } from '@resident-graph/subgraph-kit';

/**
 * What the resident index is told of clients, as a service to the agency under a qualified service organization
 * agreement (42 CFR 2.11): what tells people apart, and neither where nor by whom they are treated.
 */
export const persons: PersonDeclaration = {
  agreement: {
    id: 'identity-matching-behavioral-health',
    elements: ['given', 'surname', 'sex', 'birthDate', 'socialSecurityNumber'],
  },
  table: 'TEDS_CLIENT',
  key: 'CLIENT_KEY',
  elements: {
    given: 'FIRST_NAME',
    surname: 'LAST_NAME',
    sex: { column: 'SEX', read: (code) => ({ 1: 'male', 2: 'female' })[Number(code)] ?? null },
    birthDate: 'BIRTH_DT',
    socialSecurityNumber: 'SSN',
  },
};

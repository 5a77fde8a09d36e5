import type { PersonDeclaration } from '@resident-graph/subgraph-kit';

/** What the identity-matching agreement lets the resident index know of clients; the file has no address of theirs. */
export const persons: PersonDeclaration = {
  agreement: {
    id: 'identity-matching-benefits',
    elements: ['given', 'middle', 'surname', 'suffix', 'sex', 'birthDate'],
  },
  table: 'CLNT_MSTR',
  key: 'CLNT_ID',
  elements: {
    given: 'FRST_NM',
    middle: 'MID_INIT',
    surname: 'LAST_NM',
    suffix: 'SFX_NM',
    sex: { column: 'SEX_CD', read: (code) => ({ F: 'female', M: 'male' })[String(code)] ?? null },
    birthDate: 'BRTH_DT',
  },
};

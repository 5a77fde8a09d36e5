import type { Attack } from '../attack.ts';
import { prize } from '../attack.ts';

const section = `behavioralHealth { ${prize} }`;

/** What else a document holds, and where else it asks. */
export const operations: readonly Attack[] = [
  {
    name: 'one operation of a document with an innocent one',
    request: (id) => ({
      query: `query Innocent { __typename } query Guilty { resident(id: "${id}") { ${section} } }`,
      operationName: 'Guilty',
    }),
  },
  {
    name: 'the innocent operation, its fragment shared with the other',
    request: (id) => ({
      query: `query Innocent { resident(id: "${id}") { ...F } } query Guilty { resident(id: "${id}") { ...F } } fragment F on Resident { ${section} }`,
      operationName: 'Innocent',
    }),
  },
  {
    name: 'two roots, one of them permitted',
    request: (id) => ({
      query: `{ a: resident(id: "${id}") { __typename } b: resident(id: "${id}") { ${section} } }`,
    }),
  },
  {
    name: 'ten roots at once',
    request: (id) => ({
      query: `{ ${Array.from({ length: 10 }, (_, index) => `r${index}: resident(id: "${id}") { ${section} }`).join(' ')} }`,
    }),
  },
  {
    name: 'the resident who was merged away',
    request: (id) => ({
      query: `{ resident(id: "${id}") { replacedBy { ${section} } } }`,
    }),
  },
  {
    name: 'the resident through the household',
    asksMore: true,
    request: (id) => ({
      query: `{ resident(id: "${id}") { household { members { resident { behavioralHealth { substanceUseTreatment { __typename } } } } } } }`,
    }),
  },
  {
    name: 'entities by their representation',
    request: (id) => ({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { ${section} } } }`,
      variables: { r: [{ __typename: 'Resident', id }] },
    }),
  },
  { name: "an agency's own schema", request: () => ({ query: '{ _service { sdl } }' }) },
  {
    name: 'a type that the schema does not have',
    request: (id) => ({ query: `{ resident(id: "${id}") { ... on TreatmentAdmission { admissionDate } } }` }),
  },
  {
    name: 'a field of the agency at the root',
    request: (id) => ({
      query: `{ substanceUseTreatment(id: "${id}") { admissions { edges { cursor } } } }`,
    }),
  },
  {
    name: 'a misspelt field, for the suggestion',
    request: (id) => ({
      query: `{ resident(id: "${id}") { behavioralHealth { substanceUseTreatmen { __typename } } } }`,
    }),
  },
  {
    name: 'a subscription',
    request: (id) => ({ query: `subscription { resident(id: "${id}") { ${section} } }` }),
  },
  {
    name: 'a mutation of the same name',
    request: (id) => ({ query: `mutation { resident(id: "${id}") { ${section} } }` }),
  },
];

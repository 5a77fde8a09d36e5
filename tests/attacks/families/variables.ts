import type { Attack } from '../attack.ts';
import { prize } from '../attack.ts';

const section = `behavioralHealth { ${prize} }`;

/** Where the resident comes from changes nothing about what may be shown. */
export const variables: readonly Attack[] = [
  {
    name: 'the resident by a variable',
    request: (id) => ({
      query: `query ($id: ID!) { resident(id: $id) { ${section} } }`,
      variables: { id },
    }),
  },
  {
    name: 'the resident by the default of a variable',
    request: (id) => ({ query: `query ($id: ID! = "${id}") { resident(id: $id) { ${section} } }` }),
  },
  {
    name: 'the resident by a default that a variable overrides',
    request: (id) => ({
      query: `query ($id: ID! = "nobody") { resident(id: $id) { ${section} } }`,
      variables: { id },
    }),
  },
  {
    name: 'the resident in a list',
    request: (id) => ({ query: `{ residents(ids: ["${id}"]) { ${section} } }` }),
  },
  {
    name: 'the resident in a list of variables',
    request: (id) => ({
      query: `query ($id: ID!) { residents(ids: [$id, $id]) { ${section} } }`,
      variables: { id },
    }),
  },
  {
    name: 'a single value where a list is wanted',
    request: (id) => ({
      query: `query ($ids: [ID!]!) { residents(ids: $ids) { ${section} } }`,
      variables: { ids: id },
    }),
  },
  {
    name: 'the size of the page by a variable',
    request: (id) => ({
      query: `query ($n: Int) { resident(id: "${id}") { behavioralHealth { substanceUseTreatment { admissions(first: $n) { edges { cursor } } } } } }`,
      variables: { n: 1 },
    }),
  },
  {
    name: 'no page at all, for the cursors alone',
    request: (id) => ({
      query: `{ resident(id: "${id}") { behavioralHealth { substanceUseTreatment { admissions(first: 0) { pageInfo { hasNextPage } } } } } }`,
    }),
  },
  {
    name: 'a cursor made up',
    request: (id) => ({
      query: `{ resident(id: "${id}") { behavioralHealth { substanceUseTreatment { admissions(after: "eyJpZCI6MX0") { edges { cursor } pageInfo { endCursor } } } } } }`,
    }),
  },
  {
    name: 'a cursor that makes the agency complain',
    request: (id) => ({
      query: `{ resident(id: "${id}") { behavioralHealth { substanceUseTreatment { admissions(after: "\\u0000") { edges { cursor } } } } } }`,
    }),
  },
  {
    name: 'a page that makes the agency complain',
    request: (id) => ({
      query: `{ resident(id: "${id}") { behavioralHealth { substanceUseTreatment { admissions(first: -1) { edges { cursor } } } } } }`,
    }),
  },
  {
    name: 'variables that are names of JavaScript',
    request: (id) => ({
      query: `query ($constructor: ID!, $toString: Boolean!) { resident(id: $constructor) { behavioralHealth @include(if: $toString) { ${prize} } } }`,
      variables: { constructor: id, toString: true },
    }),
  },
];

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, openDatabase } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { executeOperation } from '@resident-graph/subgraph-kit/testing';

import { seedLibrary } from './library/library-seed.ts';
import { library } from './library/library.ts';

let database: Database;

beforeAll(async () => {
  database = openDatabase('sqlite::memory:');
  await migrate(library, database);
  await seedLibrary(database);
});

afterAll(() => database.destroy());

const ask = (query: string, variables = {}): ReturnType<typeof executeOperation> =>
  executeOperation(library, database, { query, variables });

async function codesOf(query: string): Promise<readonly unknown[]> {
  const { data, errors = [] } = await ask(query);
  return [data, ...errors.map(({ extensions }) => extensions?.['code'])];
}

const repeated = (count: number, textOf: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => textOf(index)).join(' ');

/** Fragments of which each selects the next one twice: 2^count selections in a few lines. */
const doubling = (count: number): string =>
  repeated(count, (index) => {
    const next = index + 1 < count ? `...F${index + 1}` : 'id';
    return `fragment F${index} on Resident { a: library { cards { guarantor { ${next} } } } b: library { cards { guarantor { ${next} } } } }`;
  });

describe('a query is refused before it is validated', () => {
  test.each([
    ['101 root fields', `{ ${repeated(101, (index) => `a${index}: _service { sdl }`)} }`],
    ['101 levels', `{ ${'... { '.repeat(101)} __typename ${'}'.repeat(101)} }`],
    ['levels beyond the stack', `{ ${'... { '.repeat(4_900)} __typename ${'}'.repeat(4_900)} }`],
    ['values nested beyond the stack', `{ a(b: ${'['.repeat(9_000)} ${']'.repeat(9_000)}) }`],
    ['fragments that double', `{ _entities(representations: []) { ...F0 } } ${doubling(15)}`],
    ['fragments that double a thousandfold', `{ __typename } ${doubling(24)}`],
  ])('with %s', async (_what, query) => {
    expect(await codesOf(query)).toEqual([undefined, 'OPERATION_LIMIT_EXCEEDED']);
  });

  test('with more than 20,000 tokens', async () => {
    expect(await codesOf(`{ ${'a '.repeat(20_000)} }`)).toEqual([undefined, 'GRAPHQL_PARSE_FAILED']);
  });

  test('with fragments in a circle', async () => {
    const circle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
    expect(await codesOf(circle)).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });
});

const query = (selection: string): string =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { ${selection} } } }`;

describe('an answer', () => {
  const everybody = Array.from({ length: 1000 }, (_, index) => ({
    __typename: 'Resident',
    id: `resident-${index % 100}`,
  }));

  test('that would have millions of fields is refused as a whole', async () => {
    const wide = query(repeated(3_000, (index) => `a${index}: id`));
    const { data, errors } = await ask(wide, { r: everybody });
    expect(data).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'ANSWER_TOO_LARGE' } })]);
  });

  test('to 1000 representations is given', async () => {
    const { data, errors } = await ask(query('id library { cards { id } loans { edges { cursor } } }'), {
      r: everybody,
    });
    expect(errors).toBeUndefined();
    expect(data?.['_entities']).toHaveLength(1000);
  });
});

test.each(['mutation', 'subscription'])('a %s, which no subgraph has, is refused', async (kind) => {
  expect(await codesOf(`${kind} { anything }`)).toEqual([undefined, 'OPERATION_RESOLUTION_FAILURE']);
});

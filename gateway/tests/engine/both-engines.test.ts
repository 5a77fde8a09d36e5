import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { failure } from '../../src/errors/index.ts';
import { createEngine, createReferenceEngine } from '../../src/execution/index.ts';
import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const people = {
  schema: `
    scalar Anything
    type Query { person(id: ID!): Person people: [Person!]! any: [Any] anything: [Anything] }
    type Mutation { rename(id: ID!, name: String!): Person }
    interface Named { name: String }
    type Person implements Named @key(fields: "id") { id: ID! name: String boss: Person weight: Int }
    type Pet implements Named { name: String owner: Person }
    union Any = Person | Pet
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: Keyed) => (id === '0' ? null : { id }),
      people: () => ['1', '2', '1'].map((id) => ({ id })),
      anything: () => [{ a: { b: [1] } }, ['x', null], 7, null, 'text', true],
      any: () => [{ __typename: 'Pet', name: 'Rex' }, null, { __typename: 'Person', id: '2' }],
    },
    Mutation: { rename: (_: unknown, args: Keyed) => args },
    Person: {
      __resolveReference: (reference: Keyed) => reference,
      name: ({ id, name }: Keyed) => name ?? `name ${id}`,
      boss: ({ id }: Keyed) => (Number(id) > 1 ? { id: String(Number(id) - 1) } : null),
      weight: ({ id }: Keyed) => Number(id) * 10,
    },
    Pet: { owner: () => ({ id: '5' }) },
  },
};

const fares = {
  schema: `
    type Query { fares: Int }
    type Person @key(fields: "id") {
      id: ID! weight: Int @external fare(class: Int = 1): Int @requires(fields: "weight") badge: Badge
    }
    type Badge { code: String! note: String }
  `,
  resolvers: {
    Query: { fares: () => 7 },
    Person: {
      fare: ({ weight }: { weight: number }, args: { class: number }) => weight * args.class,
      badge: ({ id }: Keyed) => (id === '2' ? { code: null } : { code: `b${id}` }),
    },
  },
};

interface Case {
  readonly promise: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
}

const cases: readonly Case[] = [
  {
    promise: 'fields of two agencies on one entity',
    query: '{ person(id: 3) { name fare boss { name fare boss { fare } } } fares }',
    data: {
      person: { name: 'name 3', fare: 30, boss: { name: 'name 2', fare: 20, boss: { fare: 10 } } },
      fares: 7,
    },
  },
  { promise: 'an entity that is null', query: '{ person(id: 0) { name fare } }', data: { person: null } },
  {
    promise: 'a list of entities with one of them twice',
    query: '{ people { id fare } }',
    data: {
      people: [
        { id: '1', fare: 10 },
        { id: '2', fare: 20 },
        { id: '1', fare: 10 },
      ],
    },
  },
  {
    promise: 'aliases and arguments',
    query: '{ p: person(id: 2) { first: fare second: fare(class: 2) n: name } }',
    data: { p: { first: 20, second: 40, n: 'name 2' } },
  },
  {
    promise: 'variables and their defaults',
    query: 'query ($id: ID!, $class: Int = 3) { person(id: $id) { fare(class: $class) } }',
    variables: { id: '1' },
    data: { person: { fare: 30 } },
  },
  {
    promise: '@skip and @include',
    query: `query ($yes: Boolean!) {
      person(id: 1) { name @skip(if: $yes) fare @include(if: $yes) ... @skip(if: $yes) { weight } }
      fares @skip(if: $yes)
    }`,
    variables: { yes: true },
    data: { person: { fare: 10 } },
  },
  {
    promise: 'unions, interfaces, fragments and null items',
    query: `{ any { __typename ...N ... on Person { fare } ... on Pet { owner { fare name } } } }
      fragment N on Named { name }`,
    data: {
      any: [
        { __typename: 'Pet', name: 'Rex', owner: { fare: 50, name: 'name 5' } },
        null,
        { __typename: 'Person', name: 'name 2', fare: 20 },
      ],
    },
  },
  {
    promise: 'a mutation with fields of another agency',
    query: 'mutation { a: rename(id: 1, name: "x") { name fare } b: rename(id: 2, name: "y") { name fare } }',
    data: { a: { name: 'x', fare: 10 }, b: { name: 'y', fare: 20 } },
  },
  {
    promise: 'whatever JSON a scalar of the schema is',
    query: '{ anything }',
    data: { anything: [{ a: { b: [1] } }, ['x', null], 7, null, 'text', true] },
  },
  {
    promise: 'introspection beside data',
    query: '{ __typename fares __type(name: "Badge") { fields { name } } }',
    data: { __typename: 'Query', fares: 7, __type: { fields: [{ name: 'code' }, { name: 'note' }] } },
  },
];

describe.each([
  ['ours', createEngine],
  ['the reference', createReferenceEngine],
])('the engine that is %s answers', (_, makeEngine) => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await testGraph({ people, fares }, makeEngine);
  });
  beforeEach(() => graph.client.answers.clear());
  afterAll(async () => {
    await graph[Symbol.asyncDispose]();
  });

  test.each(cases)('$promise', async ({ query, variables, data }) => {
    expect(await graph.ask(query, variables)).toEqual({ data });
  });

  test("what stands beside an agency's failure", async () => {
    const failed = failure('SUBGRAPH_TIMEOUT', { agency: 'fares' });
    graph.client.answers.set('fares', () => ({ kind: 'failed', failure: failed }));
    const { data, errors } = await graph.ask('{ person(id: 1) { name fare } fares }');
    expect(data).toEqual({ person: { name: 'name 1', fare: null }, fares: null });
    expect(new Set(errors?.map(({ extensions }) => `${extensions.code} ${extensions.agency}`))).toEqual(
      new Set(['SUBGRAPH_TIMEOUT fares']),
    );
  });

  test('null for what holds a value that may not be null', async () => {
    const { data, errors } = await graph.ask('{ people { badge { code note } } }');
    expect(data).toEqual({
      people: [{ badge: { code: 'b1', note: null } }, { badge: null }, { badge: { code: 'b1', note: null } }],
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'SUBGRAPH_ERROR', agency: 'fares' },
    ]);
  });
});

describe('where the engines differ', () => {
  test.each([
    ['ours', createEngine, 2],
    ['the reference', createReferenceEngine, 3],
  ])('%s sends an entity that stands in several places so often', async (_, makeEngine, count) => {
    await using graph = await testGraph({ people, fares }, makeEngine);
    await graph.ask('{ people { badge { code } } }');
    expect(graph.client.requests[1]?.variables['representations']).toHaveLength(count);
  });

  test.each([
    ['ours', createEngine, [['any', 2, 'badge', 'code']]],
    ['the reference', createReferenceEngine, [['any']]],
  ])('%s says where in a list with other things an error is', async (_, makeEngine, paths) => {
    await using graph = await testGraph({ people, fares }, makeEngine);
    const { errors } = await graph.ask('{ any { ... on Person { badge { code } } } }');
    expect(errors?.map(({ path }) => path)).toEqual(paths);
  });
});

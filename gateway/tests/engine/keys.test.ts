import { describe, expect, test } from '@jest/globals';

import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const people = {
  schema: `
    type Query { person(id: ID!): Person }
    type Person @key(fields: "id") { id: ID! name: String friends: [Person!]! }
  `,
  resolvers: {
    Query: { person: (_: unknown, { id }: Keyed) => ({ id }) },
    Person: {
      __resolveReference: ({ id }: Keyed) => ({ id }),
      name: ({ id }: Keyed) => `name ${id}`,
      friends: ({ id }: Keyed) => (id === '1' ? [{ id: '2' }, { id: '2' }, { id: '1' }] : []),
    },
  },
};

const scores = {
  schema: `type Person @key(fields: "id") { id: ID! score(scale: Int = 1): Int }`,
  resolvers: {
    Person: { score: ({ id }: Keyed, { scale }: { scale: number }) => Number(id) * scale },
  },
};

describe('entities', () => {
  test('fields of one entity come from two agencies', async () => {
    await using graph = await testGraph({ people, scores });
    const { answer, agencies } = await graph.trace('{ person(id: 7) { name score } }');
    expect(answer).toEqual({ data: { person: { name: 'name 7', score: 7 } } });
    expect(agencies).toEqual(['people', 'scores']);
  });

  test('the same entity is sent once per fetch', async () => {
    await using graph = await testGraph({ people, scores });
    const query = '{ person(id: 1) { friends { id score(scale: 3) } } }';
    const { answer, agencies } = await graph.trace(query);
    const friends = [
      { id: '2', score: 6 },
      { id: '2', score: 6 },
      { id: '1', score: 3 },
    ];
    expect(answer).toEqual({ data: { person: { friends } } });
    expect(agencies).toEqual(['people', 'scores']);
    expect(graph.client.requests[1]?.variables['representations']).toHaveLength(2);
  });

  test('an entity that an earlier fetch of the same text asked for is not asked for again', async () => {
    await using graph = await testGraph({ people, scores });
    const query = '{ a: person(id: 1) { score friends { score } } b: person(id: 1) { score } }';
    const { answer, agencies } = await graph.trace(query);
    expect(answer.data).toMatchObject({
      a: { score: 1, friends: [{ score: 2 }, { score: 2 }, { score: 1 }] },
    });
    expect(agencies.filter((agency) => agency === 'scores')).toHaveLength(1);
  });

  test('a compound key with a nested object finds the entity', async () => {
    await using graph = await testGraph({
      cases: {
        schema: `
          type Query { cases: [Case!]! }
          type Case @key(fields: "number office { id }") { number: Int! office: Office! }
          type Office @shareable { id: ID! }
        `,
        resolvers: {
          Query: {
            cases: () => [
              { number: 1, office: { id: 'x' } },
              { number: 1, office: { id: 'y' } },
            ],
          },
        },
      },
      notes: {
        schema: `
          type Case @key(fields: "number office { id }") { number: Int! office: Office! note: String }
          type Office @shareable { id: ID! }
        `,
        resolvers: {
          Case: {
            note: ({ number, office }: { number: number; office: { id: string } }) => `${number}${office.id}`,
          },
        },
      },
    });
    expect(await graph.ask('{ cases { note } }')).toEqual({
      data: { cases: [{ note: '1x' }, { note: '1y' }] },
    });
  });

  test('an agency is entered by the key that it has, through another one', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { thing: () => ({ id: 'i' }) } },
      },
      b: {
        schema: `type Thing @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! }`,
        resolvers: { Thing: { upc: ({ id }: Keyed) => `upc-${id}` } },
      },
      c: {
        schema: `type Thing @key(fields: "upc") { upc: String! price: Int }`,
        resolvers: { Thing: { price: ({ upc }: Keyed) => upc?.length } },
      },
    });
    const { answer, agencies } = await graph.trace('{ thing { price } }');
    expect(answer).toEqual({ data: { thing: { price: 5 } } });
    expect(agencies).toEqual(['a', 'b', 'c']);
  });

  test('one value under two keys is two entities', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { byId: Thing } type Thing @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { byId: () => ({ id: 'x' }) } },
      },
      b: {
        schema: `type Query { byUpc: Thing } type Thing @key(fields: "upc") { upc: ID! }`,
        resolvers: { Query: { byUpc: () => ({ upc: 'x' }) } },
      },
      c: {
        schema: `type Thing @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! label: String }`,
        resolvers: { Thing: { label: ({ id, upc }: Keyed) => (id ? `id ${id}` : `upc ${upc}`) } },
      },
    });
    expect(await graph.ask('{ byId { label } byUpc { label } }')).toEqual({
      data: { byId: { label: 'id x' }, byUpc: { label: 'upc x' } },
    });
  });

  test('a key that is not resolvable beside one that is leads nobody astray', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! own: String }`,
        resolvers: { Query: { thing: () => ({ id: 'i', own: 'o' }) } },
      },
      b: {
        schema: `type Thing @key(fields: "id") @key(fields: "upc", resolvable: false) { id: ID! upc: String! }`,
        resolvers: { Thing: { upc: ({ id }: Keyed) => `upc-${id}` } },
      },
      c: {
        schema: `type Thing @key(fields: "upc") { upc: String! price: Int }`,
        resolvers: { Thing: { price: () => 3 } },
      },
    });
    expect(await graph.ask('{ thing { own upc price } }')).toEqual({
      data: { thing: { own: 'o', upc: 'upc-i', price: 3 } },
    });
  });

  test('an entity that an agency does not know has no values there and no error', async () => {
    const unknown = { ...scores, resolvers: { Person: { __resolveReference: () => null } } };
    await using graph = await testGraph({ people, scores: unknown });
    expect(await graph.ask('{ person(id: 1) { name score } }')).toEqual({
      data: { person: { name: 'name 1', score: null } },
    });
  });

  test('a root type that a field returns is asked again', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { inner: Inner } type Inner { query: Query again: Int }`,
        resolvers: { Query: { inner: () => ({ query: {}, again: 1 }) } },
      },
      b: { schema: `type Query { other: Int }`, resolvers: { Query: { other: () => 4 } } },
    });
    expect(await graph.ask('{ inner { again query { other inner { again } } } }')).toEqual({
      data: { inner: { again: 1, query: { other: 4, inner: { again: 1 } } } },
    });
  });
});

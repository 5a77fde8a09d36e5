import { describe, expect, test } from '@jest/globals';

import { testGraph } from './fixtures/test-graph.ts';

describe('who answers a field', () => {
  test('@provides saves the fetch, and elsewhere the owner is asked', async () => {
    await using graph = await testGraph({
      reviews: {
        schema: `
          type Query { review: Review }
          type Review { author: User @provides(fields: "name") other: User }
          type User @key(fields: "id") { id: ID! name: String @external }
        `,
        resolvers: {
          Query: { review: () => ({ author: { id: '1', name: 'provided' }, other: { id: '1' } }) },
        },
      },
      users: {
        schema: `type User @key(fields: "id") { id: ID! name: String @shareable }`,
        resolvers: { User: { name: () => 'owned' } },
      },
    });
    expect(await graph.trace('{ review { author { name } } }')).toEqual({
      answer: { data: { review: { author: { name: 'provided' } } } },
      agencies: ['reviews'],
    });
    expect((await graph.trace('{ review { other { name } } }')).answer).toEqual({
      data: { review: { other: { name: 'owned' } } },
    });
  });

  test('a shareable value type is completed from both agencies, item by item', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { places: [Place!]! @shareable } type Place @shareable { id: Int! left: Int }`,
        resolvers: { Query: { places: () => [1, 2].map((id) => ({ id, left: id })) } },
      },
      b: {
        schema: `type Query { places: [Place!]! @shareable } type Place @shareable { id: Int! right: Int }`,
        resolvers: { Query: { places: () => [1, 2].map((id) => ({ id, right: -id })) } },
      },
    });
    expect(await graph.ask('{ places { left right } }')).toEqual({
      data: {
        places: [
          { left: 1, right: -1 },
          { left: 2, right: -2 },
        ],
      },
    });
  });

  test('@override moves a field to another agency', async () => {
    await using graph = await testGraph({
      a: {
        schema: `type Query { user: User } type User @key(fields: "id") { id: ID! name: String }`,
        resolvers: { Query: { user: () => ({ id: '1', name: 'old' }) } },
      },
      b: {
        schema: `type User @key(fields: "id") { id: ID! name: String @override(from: "a") }`,
        resolvers: { User: { name: () => 'new' } },
      },
    });
    expect(await graph.ask('{ user { name } }')).toEqual({ data: { user: { name: 'new' } } });
  });

  test('what is inaccessible can be a key and never comes out', async () => {
    await using graph = await testGraph({
      a: {
        schema: `
          type Query { user: User }
          type User @key(fields: "secret") { secret: ID! @inaccessible name: String rank: Rank }
          enum Rank { LOW HIGH @inaccessible }
        `,
        resolvers: { Query: { user: () => ({ secret: 's', name: 'n', rank: 'HIGH' }) } },
      },
      b: {
        schema: `type User @key(fields: "secret") { secret: ID! @inaccessible mail: String }`,
        resolvers: { User: { mail: ({ secret }: { secret: string }) => `${secret}@x` } },
      },
    });
    expect(await graph.ask('{ user { name mail } }')).toEqual({ data: { user: { name: 'n', mail: 's@x' } } });
    const hidden = await graph.ask('{ user { rank } }');
    expect(hidden.data).toEqual({ user: { rank: null } });
    expect(hidden.errors).toMatchObject([
      { path: ['user', 'rank'], extensions: { code: 'SUBGRAPH_ANSWER_INVALID' } },
    ]);
  });
});

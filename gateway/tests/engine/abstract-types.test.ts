import { describe, expect, test } from '@jest/globals';

import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const media = {
  schema: `
    type Query { media: [Media!]! any: [Any!]! favourite: Media }
    interface Media @key(fields: "id") { id: ID! title: String }
    type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int extra: Author }
    type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int extra: Studio }
    type Author { name: String } type Studio { name: String! }
    union Any = Book | Film | Plain
    type Plain { pages: String }
  `,
  resolvers: {
    Query: {
      media: () => [book, film],
      any: () => [film, { __typename: 'Plain', pages: 'none' }, book],
      favourite: () => film,
    },
    Media: {
      __resolveReference: ({ id }: Keyed) => (id === 'b' ? book : film),
      __resolveType: ({ __typename }: Keyed) => __typename,
    },
    Book: { __resolveReference: () => book },
    Film: { __resolveReference: () => film },
  },
};
const book = { __typename: 'Book', id: 'b', title: 'B', pages: 10, extra: { name: 'Ann' } };
const film = { __typename: 'Film', id: 'f', title: 'F', minutes: 90, extra: { name: 'Stu' } };

const ratings = {
  schema: `type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int }  type Query { best: Media }`,
  resolvers: {
    Query: { best: () => ({ id: 'b' }) },
    Media: { stars: ({ id }: Keyed) => (id === 'b' ? 5 : 2) },
  },
};

const shops = {
  schema: `
    type Book @key(fields: "id") { id: ID! price: Int }
    type Film @key(fields: "id") { id: ID! price(currency: String): Int }
  `,
  resolvers: {
    Book: { price: () => 1 },
    Film: { price: (_: unknown, { currency }: Keyed) => (currency === 'USD' ? 20 : 2) },
  },
};

describe('abstract types', () => {
  test('an interface gets fields from an agency that has it as an object', async () => {
    await using graph = await testGraph({ media, ratings });
    expect(await graph.ask('{ media { __typename id stars ... on Book { pages } } }')).toEqual({
      data: {
        media: [
          { __typename: 'Book', id: 'b', stars: 5, pages: 10 },
          { __typename: 'Film', id: 'f', stars: 2 },
        ],
      },
    });
  });

  test('the agency that knows the types says of which an interface object is', async () => {
    await using graph = await testGraph({ media, ratings });
    expect(
      await graph.ask(
        '{ best { kind: __typename stars title ... on Film { minutes } ... on Book { pages } } }',
      ),
    ).toEqual({
      data: { best: { kind: 'Book', stars: 5, title: 'B', pages: 10 } },
    });
  });

  test('members of a union get fields of another agency', async () => {
    await using graph = await testGraph({ media, shops });
    const query = `{ any { ... on Book { price } ... on Film { price(currency: "USD") } ... on Plain { pages } } }`;
    expect(await graph.ask(query)).toEqual({
      data: { any: [{ price: 20 }, { pages: 'none' }, { price: 1 }] },
    });
  });

  test('one name for fields of different types on different members', async () => {
    await using graph = await testGraph({ media, shops });
    const query = `{
      any { __typename ... on Book { x: pages extra { name } } ... on Film { x: minutes extra { __typename label: name } } ... on Plain { y: pages } }
    }`;
    expect(await graph.ask(query)).toEqual({
      data: {
        any: [
          { __typename: 'Film', x: 90, extra: { __typename: 'Studio', label: 'Stu' } },
          { __typename: 'Plain', y: 'none' },
          { __typename: 'Book', x: 10, extra: { name: 'Ann' } },
        ],
      },
    });
  });

  test('fragments within fragments, on interfaces and on objects', async () => {
    await using graph = await testGraph({ media, ratings, shops });
    const query = `
      query { media { ...M } favourite { ...M ... on Film { minutes } } }
      fragment M on Media { title ...B stars ... { id } }
      fragment B on Book { pages price ... on Media { t: title } }
    `;
    expect(await graph.ask(query)).toEqual({
      data: {
        media: [
          { title: 'B', pages: 10, price: 1, t: 'B', stars: 5, id: 'b' },
          { title: 'F', stars: 2, id: 'f' },
        ],
        favourite: { title: 'F', stars: 2, id: 'f', minutes: 90 },
      },
    });
  });
});

import { describe, expect, test } from '@jest/globals';

import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const shops = {
  schema: `
    type Query { shops: [Shop!]! }
    type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! items: [Item!]! }
    type Item @key(fields: "id") { id: ID! price(currency: String @fromContext(field: "$shop { currency }")): String }
  `,
  resolvers: {
    Query: { shops: () => [{ id: '1' }, { id: '2' }] },
    Shop: {
      currency: ({ id }: Keyed) => (id === '1' ? 'EUR' : 'USD'),
      items: ({ id }: Keyed) => (id === '1' ? [{ id: 'a' }] : [{ id: 'a' }, { id: 'b' }]),
    },
    Item: { price: ({ id }: Keyed, { currency }: Keyed) => `${id} in ${currency}` },
  },
};

describe('@fromContext', () => {
  test('an argument is filled from an object around the field', async () => {
    await using graph = await testGraph({ shops });
    expect(await graph.ask('{ shops { items { price } } }')).toEqual({
      data: {
        shops: [
          { items: [{ price: 'a in EUR' }] },
          { items: [{ price: 'a in USD' }, { price: 'b in USD' }] },
        ],
      },
    });
  });
});

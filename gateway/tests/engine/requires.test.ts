import { describe, expect, test } from '@jest/globals';

import { testGraph } from './fixtures/test-graph.ts';

type Product = {
  id: string;
  price?: number;
  weight?: number;
  dimensions?: { size: number }[];
  step1?: number;
  step2?: number;
};

const catalogue = {
  schema: `
    type Query { products: [Product!]! }
    type Product @key(fields: "id") { id: ID! price(currency: String! = "EUR"): Int weight: Int dimensions: [Dimension!] base: Int }
    type Dimension { size: Int! }
  `,
  resolvers: {
    Query: { products: () => [{ id: '1' }, { id: '2' }] },
    Product: {
      price: ({ id }: Product, { currency }: { currency: string }) =>
        Number(id) * (currency === 'USD' ? 100 : 10),
      weight: ({ id }: Product) => (id === '1' ? 5 : null),
      dimensions: ({ id }: Product) => [{ size: Number(id) }, { size: 9 }],
      base: ({ id }: Product) => Number(id),
    },
  },
};

describe('@requires', () => {
  test('an agency is told the fields that its own field needs, nested ones and nulls too', async () => {
    await using graph = await testGraph({
      catalogue,
      shipping: {
        schema: `
          type Product @key(fields: "id") {
            id: ID! price(currency: String! = "EUR"): Int @external weight: Int @external dimensions: [Dimension!] @external
            cost: Int @requires(fields: "price(currency: \\"USD\\") weight")
            volume: Int @requires(fields: "dimensions { size }")
          }
          type Dimension @external { size: Int! }
        `,
        resolvers: {
          Product: {
            cost: ({ price, weight }: Product) => (price ?? 0) + (weight ?? -1),
            volume: ({ dimensions }: Product) => dimensions?.reduce((sum, { size }) => sum + size, 0),
          },
        },
      },
    });
    const query = '{ products { price: price(currency: "EUR") weight: id cost volume } }';
    expect(await graph.ask(query)).toEqual({
      data: {
        products: [
          { price: 10, weight: '1', cost: 105, volume: 10 },
          { price: 20, weight: '2', cost: 199, volume: 11 },
        ],
      },
    });
  });

  test('what one field requires can require something itself, back and forth', async () => {
    await using graph = await testGraph({
      catalogue,
      b: {
        schema: `type Product @key(fields: "id") { id: ID! base: Int @external step1: Int @requires(fields: "base") step2: Int @external step3: Int @requires(fields: "step2") }`,
        resolvers: {
          Product: {
            step1: ({ base }: { base: number }) => base + 1,
            step3: ({ step2 }: Product) => (step2 ?? 0) * 2,
          },
        },
      },
      c: {
        schema: `type Product @key(fields: "id") { id: ID! step1: Int @external step2: Int @requires(fields: "step1") }`,
        resolvers: { Product: { step2: ({ step1 }: Product) => (step1 ?? 0) * 10 } },
      },
    });
    expect(await graph.ask('{ products { step3 } }')).toEqual({
      data: { products: [{ step3: 40 }, { step3: 60 }] },
    });
  });

  test('two fields may require one field with different arguments', async () => {
    await using graph = await testGraph({
      catalogue,
      pricing: {
        schema: `
          type Product @key(fields: "id") {
            id: ID! price(currency: String! = "EUR"): Int @external
            inDollars: Int @requires(fields: "price(currency: \\"USD\\")")
            inEuros: Int @requires(fields: "price(currency: \\"EUR\\")")
          }
        `,
        resolvers: {
          Product: { inDollars: ({ price }: Product) => price, inEuros: ({ price }: Product) => price },
        },
      },
    });
    expect(await graph.ask('{ products { id inDollars e: inEuros price } }')).toEqual({
      data: {
        products: [
          { id: '1', inDollars: 100, e: 10, price: 10 },
          { id: '2', inDollars: 200, e: 20, price: 20 },
        ],
      },
    });
  });

  test('a field that needs nothing goes along with one that does, and stands where that one fails', async () => {
    await using graph = await testGraph({
      prices: {
        schema: `type Query { products: [Product] } type Product @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { products: () => ['1', '2', '3'].map((id) => ({ id })) } },
      },
      weights: {
        schema: `type Product @key(fields: "id") { id: ID! weight: Int }`,
        resolvers: {
          Product: {
            __resolveReference: ({ id }: Product) => (id === '3' ? null : { id }),
            weight: ({ id }: Product) => (id === '2' ? Promise.reject(new Error('no weight')) : 4),
          },
        },
      },
      stock: {
        schema: `type Product @key(fields: "id") { id: ID! weight: Int @external inStock: Boolean estimate: Int @requires(fields: "weight") }`,
        resolvers: { Product: { inStock: () => true, estimate: ({ weight }: Product) => (weight ?? 0) * 2 } },
      },
    });
    const { answer, agencies } = await graph.trace('{ products { e: estimate inStock } }');
    expect(answer.data).toEqual({
      products: [
        { e: 8, inStock: true },
        { e: null, inStock: true },
        { e: null, inStock: true },
      ],
    });
    expect(answer.errors).toMatchObject([
      { path: ['products', 1, 'e'], extensions: { code: 'SUBGRAPH_ERROR', agency: 'weights' } },
    ]);
    expect(agencies).toEqual(['prices', 'weights', 'stock', 'stock']);
  });
});

import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, nat, oneof, record } from 'fast-check';

import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

/** Cases: `ENGINE_BYTES=5000` for a long run, `ENGINE_SEED` for others. */
const numRuns = Number(process.env['ENGINE_BYTES'] ?? 150);
const seed = Number(process.env['ENGINE_SEED'] ?? 1);

const timeLimit = 600_000;

const shops = {
  schema: `
    type Query { shops: [Shop] owner: Owner }
    type Shop @key(fields: "id") { id: ID! name: String open: Boolean rating: Float floors: Int! tags: [String!] owner: Owner }
    interface Owner { id: ID! }
    type Firm implements Owner @key(fields: "id") { id: ID! title: String! }
    type Person implements Owner @key(fields: "id") { id: ID! age: Int }
  `,
  resolvers: {
    Query: {
      shops: () => [shop(1), null, shop(2), { ...shop(3), name: failing }],
      owner: () => ({ __typename: 'Firm', id: 'f"1', title: 'ä\u{1f600}\\' }),
    },
  },
};

const guides = {
  schema: `
    type Shop @key(fields: "id") { id: ID! stars: Int opinion: String! }
    type Firm @key(fields: "id") { id: ID! founded: Int }
  `,
  resolvers: {
    Shop: {
      __resolveReference: ({ id }: { readonly id: string }) => (id === 's2' ? null : { id }),
      stars: ({ id }: { readonly id: string }) => (id === 's3' ? failing() : 4),
      opinion: ({ id }: { readonly id: string }) => `good ${id}`,
    },
    Firm: { founded: () => 1999 },
  },
};

function shop(number: number): object {
  const owner =
    number === 1 ? { __typename: 'Person', id: 'p1', age: 40 } : { __typename: 'Firm', id: 'f2', title: 'T' };
  return {
    id: `s${number}`,
    name: `Shop ${number}`,
    open: true,
    rating: 2.5,
    floors: 1,
    tags: ['a', 'b'],
    owner,
  };
}

function failing(): never {
  throw new Error('It is closed.');
}

const query = `{
  shops { id name open rating floors tags stars opinion owner { __typename id ... on Firm { title founded } } }
  owner { id ... on Firm { title founded } ... on Person { age } }
}`;

/** What one change puts in the place of some bytes. */
const pieces = oneof(
  constantFrom(
    '',
    'null',
    '{}',
    '[]',
    '"',
    '\\',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    ' ',
    '\n',
    '\t',
    'true',
    'false',
  ),
  constantFrom('0', '-', '-0', '1e400', '.5', '1'.repeat(400), '"__proto__":{},', '"id":"s9",'),
  constantFrom('\u0000', '\u001f', '\ufeff', '\\ud800', '\\udc00', '\\u00', '\\"'),
  constantFrom('['.repeat(500), '{"a":'.repeat(500)),
  constantFrom(
    '"errors":[],',
    ',"errors":[{"message":"no"}]',
    ',"errors":[{"message":"no","path":["shops",0,"name"]}]',
    '{"errors":[{"message":"no","path":["_entities",0,"stars"]}],"data":',
  ),
  nat({ max: 255 }).map((byte) => Buffer.from([byte])),
);

const changes = array(record({ at: nat({ max: 4000 }), removed: nat({ max: 12 }), piece: pieces }), {
  minLength: 1,
  maxLength: 2,
});

/** Changes a body, always at the same places. */
function changed(
  body: string,
  made: readonly { at: number; removed: number; piece: string | Buffer }[],
): Buffer {
  return made.reduce<Buffer>((bytes, { at, removed, piece }) => {
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), Buffer.from(piece), bytes.subarray(place + removed)]);
  }, Buffer.from(body));
}

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph({ shops, guides });
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
});

describe('whatever becomes of the bytes of an answer', () => {
  // To ask is to ask both ways, and to compare what comes out and who was asked.
  test.each(['shops', 'guides'])(
    '%s is answered for as it is from objects',
    async (agency) => {
      let asked = 0;
      await assert(
        asyncProperty(changes, async (made) => {
          graph.client.bodies.set(agency, (body) => changed(body, made));
          asked += 1;
          // A comment makes another operation of it, which has no surprise to remember.
          await graph.ask(`${query} # ${agency} ${asked}`);
        }),
        { numRuns, seed },
      );
    },
    timeLimit,
  );
});

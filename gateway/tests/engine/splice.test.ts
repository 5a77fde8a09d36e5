import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { failure } from '../../src/errors/index.ts';
import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const people = {
  schema: `
    scalar Anything
    enum Colour { RED GREEN HIDDEN @inaccessible }
    type Query { person(id: ID!): Person people: [Person] odd: Odd things: [Thing!]! }
    type Person @key(fields: "id") { id: ID! name: String boss: Person weight: Int! tags: [[String!]!] colour: Colour }
    type Odd { text: String! whole: Int part: Float flag: Boolean any: Anything }
    interface Thing { id: ID! }
    type Pen implements Thing @key(fields: "id") { id: ID! ink: String }
    type Cup implements Thing @key(fields: "id") { id: ID! size: Int }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: Keyed) => (id === '0' ? null : { id }),
      people: () => [{ id: '1' }, null, { id: 'zwölf "12"\n\\' }, { id: '1' }, { id: '3' }],
      odd: () => ({ text: 'a"b\\c\u2028\ud83d\ude00', whole: -7, part: 2.5, flag: false, any: 'x' }),
      things: () => [
        { __typename: 'Pen', id: 'p1', ink: 'blue' },
        { __typename: 'Cup', id: 'c1', size: 3 },
      ],
    },
    Person: {
      __resolveReference: (reference: Keyed) => reference,
      name: ({ id }: Keyed) => `name ${id}`,
      boss: ({ id }: Keyed) => (id === '3' ? { id: '1' } : null),
      weight: () => 70,
      tags: () => [['a', 'b'], []],
      colour: () => 'RED',
    },
  },
};

const fares = {
  schema: `
    type Person @key(fields: "id") { id: ID! weight: Int! @external fare: Int! @requires(fields: "weight") trips: [Trip!]! }
    type Trip { to: String! guide: Person }
    type Pen @key(fields: "id") { id: ID! price: Int }
    type Cup @key(fields: "id") { id: ID! price: Int }
  `,
  resolvers: {
    Person: {
      fare: ({ weight }: { weight: number }) => weight * 2,
      trips: ({ id }: Keyed) => (id === '1' ? [{ to: 'sea', guide: { id: '3' } }, { to: 'hill' }] : []),
    },
    Pen: { price: () => 1 },
    Cup: { price: () => 2 },
  },
};

const everyone = `{
  all: people { called: name id fare trips { to guide { name fare boss { id fare } } } }
  person(id: 3) { __typename fare name }
}`;

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph({ people, fares });
});
beforeEach(() => {
  graph.client.answers.clear();
  graph.client.bodies.clear();
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
});

/** Whether an answer was written without objects. Each operation is another, so that none remembers a surprise. */
let operations = 0;
async function isSpliced(query: string, variables: Record<string, unknown> = {}): Promise<boolean> {
  operations += 1;
  const key = `${operations} ${query}`;
  const planned = await graph.executor.plan({ document: parse(query), operationName: null, key });
  const request = { variables, requestId: 'test', signal: new AbortController().signal };
  return 'kind' in (await graph.executor.executeAsText(planned, request));
}

/** Asks with a comment of its own, for the same reason. */
function askAnew(query: string): ReturnType<TestGraph['ask']> {
  operations += 1;
  return graph.ask(`${query} # ${operations}`);
}

describe('an answer is put together from the bytes of the agencies', () => {
  test.each([
    ['entities in lists over several levels', everyone],
    ['objects that are null', '{ person(id: 0) { name fare } }'],
    ['lists in lists', '{ people { tags colour } }'],
    ['texts of any kind', '{ odd { text whole part flag any } }'],
    [
      'an interface whose types have fields elsewhere',
      '{ things { id ... on Pen { ink price } ... on Cup { price size } } }',
    ],
    ['nothing but a name of a type', '{ __typename person(id: 1) { name } }'],
  ])('with %s', async (_, query) => {
    expect(await isSpliced(query)).toBe(true);
    expect(await graph.ask(query)).toMatchObject({ data: expect.anything() });
  });

  test('with variables and conditions', async () => {
    const query = `query ($id: ID!, $not: Boolean!) { person(id: $id) { name @skip(if: $not) fare @include(if: $not) id } }`;
    expect(await isSpliced(query, { id: '3', not: true })).toBe(true);
    expect(await isSpliced(query, { id: '3', not: false })).toBe(true);
    expect(await graph.ask(query, { id: '3', not: true })).toEqual({
      data: { person: { fare: 140, id: '3' } },
    });
    expect(await graph.ask(query, { id: '3', not: false })).toEqual({
      data: { person: { name: 'name 3', id: '3' } },
    });
  });

  test.each<[string, 'people' | 'fares', (body: string) => string]>([
    [
      'an error at a null',
      'people',
      (body) =>
        `{"errors":[{"message":"\\"]}{[ no","path":["people",0,"name"]}],${body.slice(1).replace('"name 1"', 'null')}`,
    ],
    [
      'an error below a null, after the data',
      'fares',
      (body) =>
        `${body.replace(/\{"fare":\d+,"trips":\[\]\}/, 'null').slice(0, -1)},"errors":[{"message":"no","path":["_entities",1,"fare"]}]}`,
    ],
    ['an entity that is null', 'fares', (body) => body.replace(/\{"fare":\d+,"trips":\[\]\}/, 'null')],
    ['no errors in a list of them', 'fares', (body) => `{"errors":[],${body.slice(1)}`],
  ])('with %s', async (_, agency, change) => {
    let isChanged = false;
    graph.client.bodies.set(agency, (body) => {
      const changed = change(body);
      isChanged ||= changed !== body;
      return changed;
    });
    const query = '{ people { name fare trips { to } boss { name } } }';
    expect(await isSpliced(query)).toBe(true);
    expect(await askAnew(query)).toMatchObject({ data: { people: expect.anything() } });
    expect(isChanged).toBe(true);
  });

  test('that end with a line', async () => {
    graph.client.bodies.set('people', (body) => `${body}\n`);
    expect(await isSpliced(everyone)).toBe(true);
  });

  test('as it is put together from objects', async () => {
    expect(await graph.ask(everyone)).toEqual({
      data: {
        all: [
          {
            called: 'name 1',
            id: '1',
            fare: 140,
            trips: [
              { to: 'sea', guide: { name: 'name 3', fare: 140, boss: { id: '1', fare: 140 } } },
              { to: 'hill', guide: null },
            ],
          },
          null,
          { called: 'name zwölf "12"\n\\', id: 'zwölf "12"\n\\', fare: 140, trips: [] },
          {
            called: 'name 1',
            id: '1',
            fare: 140,
            trips: [
              { to: 'sea', guide: { name: 'name 3', fare: 140, boss: { id: '1', fare: 140 } } },
              { to: 'hill', guide: null },
            ],
          },
          { called: 'name 3', id: '3', fare: 140, trips: [] },
        ],
        person: { __typename: 'Person', fare: 140, name: 'name 3' },
      },
    });
  });
});

const pretty = (body: string): string => JSON.stringify(JSON.parse(body) as unknown, null, 2);
const replaced =
  (from: string | RegExp, to: string) =>
  (body: string): string =>
    body.replace(from, to);

/** What `ask` compares besides: both ways ask each agency for the same, and for nothing twice. */
describe('an answer that was not foreseen is read as objects, and nobody is asked twice', () => {
  test.each<[string, 'people' | 'fares', (body: string) => string | Uint8Array]>([
    ['with whitespace', 'people', pretty],
    ['with whitespace, of the later agency', 'fares', pretty],
    ['with a field that nobody asked for', 'fares', replaced('"fare":', '"secret":1,"fare":')],
    ['in another order', 'fares', replaced(/"fare":(\d+),("trips":\[\])/, '$2,"fare":$1')],
    ['without a field', 'fares', replaced('"fare":140,', '')],
    ['with a field twice', 'fares', replaced('"fare":140', '"fare":140,"fare":7')],
    ['with null where none may be', 'fares', replaced('"fare":140', '"fare":null')],
    ['with text for a number', 'fares', replaced('"fare":140', '"fare":"140"')],
    ['with a fraction for an integer', 'fares', replaced('"fare":140', '"fare":1.5')],
    ['with a number in other words', 'fares', replaced('"fare":140', '"fare":14e1')],
    ['with an integer that is too large', 'fares', replaced('"fare":140', '"fare":2147483648')],
    ['with a number that begins with 0', 'fares', replaced('"fare":140', '"fare":0140')],
    ['with minus zero', 'fares', replaced('"fare":140', '"fare":-0')],
    ['with an entity that is null', 'fares', replaced(/\{"fare":140[^}]*\}/, 'null')],
    ['with too few entities', 'fares', replaced(/\[\{"fare".*\]/, '[]')],
    ['with an integer for an id', 'people', replaced('"id":"1"', '"id":1')],
    ['with another type than it may be', 'people', replaced('"__typename":"Person"', '"__typename":"Pen"')],
    ['with a list in place of an object', 'people', replaced(/"(_a\d+)":\{[^}]*\}/, '"$1":[]')],
    ['with a control character', 'people', replaced('name 1', 'name\u00011')],
    ['with an escape that is none', 'people', replaced('name 1', 'name\\x')],
    ['with half an escape', 'people', replaced('name 1', 'name\\u12')],
    ['that is cut off', 'fares', (body) => body.slice(0, -20)],
    ['that goes on', 'fares', (body) => `${body}{}`],
    ['that is empty', 'fares', () => ''],
    ['that is not UTF-8', 'people', (body) => Buffer.from(body, 'latin1')],
    ['with extensions', 'people', replaced(/\}$/, ',"extensions":{"cost":1}}')],
    [
      'with an error',
      'fares',
      replaced('{"data"', '{"errors":[{"message":"no","path":["_entities",0,"fare"]}],"data"'),
    ],
  ])('%s', async (_, agency, change) => {
    let isChanged = false;
    graph.client.bodies.set(agency, (body) => {
      const changed = change(body);
      isChanged ||= changed !== body;
      return changed;
    });
    await askAnew(everyone);
    expect(isChanged).toBe(true);
    expect(await isSpliced(everyone)).toBe(false);
  });

  test('when an agency fails', async () => {
    const failed = failure('SUBGRAPH_TIMEOUT', { agency: 'fares' });
    graph.client.answers.set('fares', () => ({ kind: 'failed', failure: failed }));
    expect((await askAnew('{ person(id: 1) { name trips { to } } }')).errors).toMatchObject([
      { path: ['person', 'trips'], extensions: { code: 'SUBGRAPH_TIMEOUT' } },
    ]);
  });

  test('when an agency gives a value of an enum that clients may not see', async () => {
    graph.client.bodies.set('people', replaced('"RED"', '"HIDDEN"'));
    const { errors } = await askAnew('{ people { colour } }');
    expect(errors).toMatchObject([{ path: ['people', 0, 'colour'] }]);
  });

  test('and soon it is put together again', async () => {
    const query = '{ person(id: 1) { name fare } }';
    const planned = await graph.executor.plan({ document: parse(query), operationName: null, key: query });
    const ways: string[] = [];
    for (let run = 0; run < 40; run += 1) {
      if (run === 1) graph.client.bodies.set('people', pretty);
      if (run === 2) graph.client.bodies.clear();
      const request = { variables: {}, requestId: 'test', signal: new AbortController().signal };
      // oxlint-disable-next-line no-await-in-loop
      ways.push('kind' in (await graph.executor.executeAsText(planned, request)) ? 'bytes' : 'objects');
    }
    expect([ways[0], ways[1], ways[39]]).toEqual(['bytes', 'objects', 'bytes']);
  });
});

test.each([
  [
    'a mutation',
    { ...people, schema: `${people.schema} type Mutation { touch: Person }` },
    'mutation { touch { name } }',
  ],
  ['introspection', people, '{ __schema { queryType { name } } person(id: 1) { name } }'],
])('%s is answered from objects', async (_, changed, query) => {
  await using other = await testGraph({ people: changed, fares });
  const planned = await other.executor.plan({ document: parse(query), operationName: null, key: query });
  const request = { variables: {}, requestId: 'test', signal: new AbortController().signal };
  expect('kind' in (await other.executor.executeAsText(planned, request))).toBe(false);
});

test('a guard sees every fetch, so that nothing is spliced past it', async () => {
  const query = '{ person(id: 1) { name fare } }';
  const planned = await graph.executor.plan({ document: parse(query), operationName: null, key: query });
  const seen: string[] = [];
  const answer = await graph.executor.executeAsText(planned, {
    variables: {},
    requestId: 'test',
    signal: new AbortController().signal,
    guard: {
      fetch: (asked, ask) => {
        seen.push(asked.agency);
        return ask(asked);
      },
    },
  });
  expect(['kind' in answer, seen]).toEqual([false, ['people', 'fares']]);
});

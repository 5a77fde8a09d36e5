import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery, executeSync, parse } from 'graphql';

import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;
type Written = { readonly by?: string; readonly tags?: readonly string[] };

const log: string[] = [];

const people = {
  schema: `
    type Query { person(id: ID!): Person find(by: Filter, mood: Mood = CALM): [Person!] }
    type Mutation { first(text: String!): Person second: Person broken: Int }
    input Filter { ids: [ID!]! deep: Filter }
    enum Mood { CALM LOUD }
    type Person @key(fields: "id") { id: ID! name(style: Mood): String boss: Person }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: Keyed) => ({ id }),
      find: (_: unknown, { by, mood }: { by?: { ids: string[]; deep?: { ids: string[] } }; mood: string }) =>
        [...(by?.ids ?? []), ...(by?.deep?.ids ?? []), mood].map((id) => ({ id })),
    },
    Mutation: {
      first: (_: unknown, { text }: Keyed) => (log.push(`first ${text}`), { id: text }),
      second: () => (log.push('second'), { id: '2' }),
      broken: () => {
        throw new Error('broken');
      },
    },
    Person: {
      name: ({ id }: Keyed, { style }: Keyed) => (style === 'LOUD' ? `NAME ${id}` : `name ${id}`),
      boss: ({ id }: Keyed) => (Number(id) > 1 ? { id: String(Number(id) - 1) } : null),
    },
  },
};

const notes = {
  schema: `
    type Mutation { third: Int note(on: ID!): Person }
    type Query { count: Int }
    type Person @key(fields: "id") { id: ID! notes(first: Int = 2, by: String): [String!] summary: String }
  `,
  resolvers: {
    Query: { count: () => 12 },
    Mutation: {
      third: () => (log.push('third'), 3),
      note: (_: unknown, { on }: Keyed) => (log.push(`note ${on}`), { id: on }),
    },
    Person: {
      notes: ({ id }: Keyed, { first, by }: { first: number } & Written) =>
        Array.from({ length: first }, (_, index) => `${id}.${index}${by ?? ''}`),
      summary: ({ id }: Keyed) => (
        log.push(`summary ${id}`),
        `after ${log.filter((entry) => !entry.startsWith('summary')).join()}`
      ),
    },
  },
};

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph({ people, notes });
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
});

const wide = `query ($id: ID!, $first: Int, $by: String = "!", $show: Boolean!, $hide: Boolean = false, $style: Mood) {
  person(id: $id) {
    name(style: $style) @include(if: $show)
    ...Rest @skip(if: $hide)
    boss { id ... @include(if: $show) { notes(first: $first, by: $by) } }
  }
  count @skip(if: $show)
}
fragment Rest on Person { notes(first: $first) boss { name summary @include(if: $hide) } }`;

describe('variables and conditions', () => {
  test('variables reach every fetch, and defaults where nothing is given', async () => {
    expect(await graph.ask(wide, { id: '3', show: true, style: 'LOUD' })).toEqual({
      data: {
        person: {
          name: 'NAME 3',
          notes: ['3.0', '3.1'],
          boss: { name: 'name 2', id: '2', notes: ['2.0!', '2.1!'] },
        },
      },
    });
  });

  test('what is left out is not asked for', async () => {
    graph.client.requests.length = 0;
    expect(await graph.ask(wide, { id: '3', show: false, hide: true, first: 1 })).toEqual({
      data: { person: { boss: { id: '2' } }, count: 12 },
    });
    const asked = graph.client.requests.filter(({ query }) => query.includes('_entities'));
    expect(asked).toEqual([]);
  });

  test('a null variable is not a missing one', async () => {
    const query =
      'query ($by: String = "x", $first: Int! = 1) { person(id: 1) { notes(by: $by, first: $first) } }';
    expect(await graph.ask(query, { by: null })).toEqual({ data: { person: { notes: ['1.0'] } } });
    expect(await graph.ask(query)).toEqual({ data: { person: { notes: ['1.0x'] } } });
  });

  test('lists, input objects and enumerations are passed on', async () => {
    const query =
      'query ($ids: [ID!]!, $deep: Filter, $mood: Mood) { find(by: { ids: $ids, deep: $deep }, mood: $mood) { id } }';
    expect(await graph.ask(query, { ids: ['1', 2], deep: { ids: ['3'] }, mood: 'LOUD' })).toEqual({
      data: { find: ['1', '2', '3', 'LOUD'].map((id) => ({ id })) },
    });
  });

  test("variables with the names that the planner uses are the client's own", async () => {
    const query = `query ($representations: Int, $contextualArgument_1_0: String) {
      person(id: 1) { notes(first: $representations, by: $contextualArgument_1_0) }
    }`;
    const variables = { representations: 1, contextualArgument_1_0: 'c' };
    expect(await graph.ask(query, variables)).toEqual({ data: { person: { notes: ['1.0c'] } } });
  });

  test('the operation that is named is the one that runs', async () => {
    const query = 'query A { count } query B { person(id: 1) { id } }';
    expect(await graph.ask(query, {}, 'B')).toEqual({ data: { person: { id: '1' } } });
    expect(graph.client.requests.at(-1)?.operationName).toBe('B__people');
  });
});

describe('aliases', () => {
  test('hostile aliases are names like any other', async () => {
    const query = `{
      __proto__: person(id: 2) { constructor: name id: summary toString: boss { __proto__: id hasOwnProperty: __typename } _a0: notes toJSON: id }
      then: count
    }`;
    const answer = await graph.ask(query);
    const person = Object.entries(answer.data as object)[0]?.[1] as Record<string, unknown>;
    expect(Object.keys(answer.data as object)).toEqual(['__proto__', 'then']);
    expect(Object.keys(person)).toEqual(['constructor', 'id', 'toString', '_a0', 'toJSON']);
    expect(person['constructor']).toBe('name 2');
    expect(person['toJSON']).toBe('2');
    expect(JSON.stringify(person['toString'])).toBe('{"__proto__":"1","hasOwnProperty":"Person"}');
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
  });

  test('an alias on the name of a key does not change whom an agency is asked about', async () => {
    const query = '{ person(id: 2) { id: name real: id notes } }';
    expect(await graph.ask(query)).toEqual({
      data: { person: { id: 'name 2', real: '2', notes: ['2.0', '2.1'] } },
    });
  });

  test('no alias of a client reaches an agency', async () => {
    graph.client.requests.length = 0;
    await graph.ask('{ secretAlias: person(id: 2) { otherAlias: name notes } }');
    expect(graph.client.requests.map(({ query }) => query).join()).not.toMatch(/Alias/);
  });
});

describe('what the gateway answers itself', () => {
  test('__typename at the root and below, under any name', async () => {
    graph.client.requests.length = 0;
    expect(await graph.ask('{ __typename t: __typename ... on Query { u: __typename } }')).toEqual({
      data: { __typename: 'Query', t: 'Query', u: 'Query' },
    });
    expect(graph.client.requests).toEqual([]);
    expect(await graph.ask('{ person(id: 1) { kind: __typename } }')).toEqual({
      data: { person: { kind: 'Person' } },
    });
  });

  test('introspection is that of the schema that clients see, and no agency learns of it', async () => {
    graph.client.requests.length = 0;
    const document = parse(getIntrospectionQuery());
    const { data } = executeSync({ schema: graph.supergraph.apiSchema, document });
    expect(await graph.ask(getIntrospectionQuery())).toEqual(JSON.parse(JSON.stringify({ data })));
    expect(graph.client.requests).toEqual([]);
  });

  test('introspection beside data, with variables, fragments and aliases', async () => {
    const query = `query ($name: String!, $show: Boolean!) {
      count ...Schema t: __type(name: $name) { ...Names }
    }
    fragment Schema on Query { s: __schema @include(if: $show) { queryType { n: name } } person(id: 1) { name } }
    fragment Names on __Type { fields { name } }`;
    expect(await graph.ask(query, { name: 'Person', show: true })).toEqual({
      data: {
        count: 12,
        s: { queryType: { n: 'Query' } },
        person: { name: 'name 1' },
        t: { fields: ['id', 'notes', 'summary', 'name', 'boss'].map((name) => ({ name })) },
      },
    });
    expect((await graph.ask(query, { name: 'Nobody', show: false })).data).toEqual({
      count: 12,
      person: { name: 'name 1' },
      t: null,
    });
  });
});

describe('mutations', () => {
  test('happen in the order of the document, over the agencies', async () => {
    log.length = 0;
    const query = `mutation { first(text: "a") { summary } third second { id } again: first(text: "b") { summary } note(on: 9) { name } }`;
    const { data, errors } = await graph.ask(query);
    expect(errors).toBeUndefined();
    expect(log.filter((entry) => !entry.startsWith('summary'))).toEqual([
      'first a',
      'third',
      'second',
      'first b',
      'note 9',
    ]);
    expect(data).toEqual({
      first: { summary: 'after first a' },
      third: 3,
      second: { id: '2' },
      again: { summary: 'after first a,third,second,first b' },
      note: { name: 'name 9' },
    });
  });

  test('the same mutation twice happens twice', async () => {
    log.length = 0;
    await graph.ask('mutation { a: first(text: "x") { id } b: first(text: "x") { id } }');
    expect(log).toEqual(['first x', 'first x']);
  });

  test('one that fails does not keep the next from happening', async () => {
    log.length = 0;
    const answer = await graph.ask('mutation { broken third }');
    expect(answer.data).toEqual({ broken: null, third: 3 });
    expect(answer.errors).toMatchObject([
      { path: ['broken'], extensions: { code: 'SUBGRAPH_ERROR', agency: 'people' } },
    ]);
  });
});

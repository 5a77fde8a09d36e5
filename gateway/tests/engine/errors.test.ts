import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { SubgraphAnswer, SubgraphRequest } from '../../src/execution/index.ts';
import { failure } from '../../src/errors/index.ts';
import type { TestGraph } from './fixtures/test-graph.ts';
import { testGraph } from './fixtures/test-graph.ts';

type Keyed = Readonly<Record<string, string>>;

const fail = (what: string) => () => {
  throw new Error(what);
};

const people = {
  schema: `
    type Query { person(id: ID!): Person people: [Person] strict: [Person!]! shape: Shape }
    type Person @key(fields: "id") { id: ID! name: String boss: Person mood: Mood age: Int tags: [String!] inner: Inner }
    type Inner { sure: String! maybe: String }
    enum Mood { CALM LOUD }
    interface Shape { size: Float } type Square implements Shape { size: Float } type Round implements Shape { size: Float }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: Keyed) => ({ id }),
      people: () => [{ id: '1' }, null, { id: '2' }, { id: '1' }],
      strict: () => [{ id: '1' }, { id: '2' }],
      shape: () => ({ __typename: 'Square', size: 1 }),
    },
    Person: {
      name: ({ id }: Keyed) => `name ${id}`,
      boss: ({ id }: Keyed) => ({ id: `${id}0` }),
      mood: () => 'CALM',
      age: () => 3,
      tags: () => ['a'],
      inner: () => ({ sure: 'yes' }),
    },
    Inner: { maybe: fail('no maybe') },
  },
};

const notes = {
  schema: `
    type Query { count: Int }
    type Person @key(fields: "id") { id: ID! note: String sureNote: String! badNote: String list: [Note] }
    type Note { text: String! }
  `,
  resolvers: {
    Query: { count: () => 1 },
    Person: {
      __resolveReference: ({ id }: Keyed) => (id === '3' ? fail('no such')() : { id }),
      note: ({ id }: Keyed) => `note ${id}`,
      sureNote: ({ id }: Keyed) => (id === '2' ? fail('none')() : 'sure'),
      badNote: fail('bad'),
      list: () => [{ text: 'a' }, { text: null }, { text: 'c' }],
    },
  },
};

let graph: TestGraph;
beforeAll(async () => {
  graph = await testGraph({ people, notes });
});
beforeEach(() => graph.client.answers.clear());
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
});

/** Path, code and agency of each error of an answer. */
async function asked(query: string) {
  const { data, errors } = await graph.ask(query);
  const shown = errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code, extensions.agency]);
  return { data, errors: shown };
}

function answering(agency: string, answer: (request: SubgraphRequest) => SubgraphAnswer | undefined): void {
  graph.client.answers.set(agency, answer);
}

function givenEntities(entity: unknown): (request: SubgraphRequest) => SubgraphAnswer {
  return ({ variables }) => {
    const representations = variables['representations'] as readonly unknown[];
    return { kind: 'answered', data: { _entities: representations.map(() => entity) }, errors: [] };
  };
}

describe("an agency's errors", () => {
  test("have the path that the field has in the client's answer", async () => {
    expect(await asked('{ folk: people { id why: badNote } }')).toEqual({
      data: { folk: [{ id: '1', why: null }, null, { id: '2', why: null }, { id: '1', why: null }] },
      errors: [
        ['folk.0.why', 'SUBGRAPH_ERROR', 'notes'],
        ['folk.2.why', 'SUBGRAPH_ERROR', 'notes'],
        ['folk.3.why', 'SUBGRAPH_ERROR', 'notes'],
      ],
    });
  });

  test('make what holds the field null where it may not be null', async () => {
    expect(await asked('{ people { id s: sureNote } }')).toEqual({
      data: { people: [{ id: '1', s: 'sure' }, null, null, { id: '1', s: 'sure' }] },
      errors: [['people.2.s', 'SUBGRAPH_ERROR', 'notes']],
    });
    expect(await asked('{ strict { id sureNote note } }')).toEqual({
      data: null,
      errors: [['strict.1.sureNote', 'SUBGRAPH_ERROR', 'notes']],
    });
  });

  test('within lists have the index of the item', async () => {
    expect(await asked('{ person(id: 1) { list { t: text } } }')).toEqual({
      data: { person: { list: [{ t: 'a' }, null, { t: 'c' }] } },
      errors: [['person.list.1.t', 'SUBGRAPH_ERROR', 'notes']],
    });
  });

  test('of an entity that could not be resolved are those of its fields', async () => {
    expect(await asked('{ person(id: 3) { name note n: sureNote } count }')).toEqual({
      data: { person: null, count: 1 },
      errors: [
        ['person.note', 'SUBGRAPH_ERROR', 'notes'],
        ['person.n', 'SUBGRAPH_ERROR', 'notes'],
      ],
    });
  });

  test('without a path are shown without one', async () => {
    answering('notes', () => ({ kind: 'answered', data: { count: 2 }, errors: [{ message: 'odd' }] }));
    expect(await asked('{ count }')).toEqual({
      data: { count: 2 },
      errors: [[undefined, 'SUBGRAPH_ERROR', 'notes']],
    });
  });

  test("never show the agency's own words", async () => {
    const answer = await graph.ask('{ person(id: 1) { badNote } }');
    expect(JSON.stringify(answer)).not.toContain('bad ');
    expect(answer.errors?.[0]?.message).toBe('The agency could not answer this field.');
  });
});

describe('an agency that fails', () => {
  test.each(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'SUBGRAPH_ANSWER_INVALID'] as const)(
    'with %s leaves the rest of the answer standing',
    async (code) => {
      answering('notes', () => ({ kind: 'failed', failure: failure(code, { agency: 'notes' }) }));
      expect(await asked('{ count c: count people { name n: note } }')).toEqual({
        data: {
          count: null,
          c: null,
          people: [
            { name: 'name 1', n: null },
            null,
            { name: 'name 2', n: null },
            { name: 'name 1', n: null },
          ],
        },
        errors: [
          ['count', code, 'notes'],
          ['c', code, 'notes'],
          ['people.0.n', code, 'notes'],
          ['people.2.n', code, 'notes'],
          ['people.3.n', code, 'notes'],
        ],
      });
    },
  );

  test('is not asked about what another agency could not give', async () => {
    answering('people', () => ({
      kind: 'failed',
      failure: failure('SUBGRAPH_TIMEOUT', { agency: 'people' }),
    }));
    graph.client.requests.length = 0;
    expect(await asked('{ person(id: 1) { note } }')).toEqual({
      data: { person: null },
      errors: [['person', 'SUBGRAPH_TIMEOUT', 'people']],
    });
    expect(graph.client.requests).toHaveLength(1);
  });
});

const everything = '{ person(id: 1) { name mood age tags inner { sure } } shape { __typename size } }';

describe('an answer that is not what was asked for', () => {
  test.each([
    ['name', { name: 5 }, 'person.name'],
    ['mood', { mood: 'ANGRY' }, 'person.mood'],
    ['age', { age: 1.5 }, 'person.age'],
    ['age beyond 32 bits', { age: 2 ** 31 }, 'person.age'],
    ['tags', { tags: 'a' }, 'person.tags'],
    ['tags with null', { tags: ['a', null] }, 'person.tags.1'],
    ['inner', { inner: [] }, 'person.inner'],
    ['inner as text', { inner: 'x' }, 'person.inner'],
    ['inner without its value', { inner: { sure: null } }, 'person.inner.sure'],
    ['inner without its key', { inner: {} }, 'person.inner.sure'],
  ])('%s: is an error of that agency and null', async (_, wrong, path) => {
    const right = { name: 'n', mood: 'LOUD', age: 1, tags: ['x'], inner: { sure: 's' } };
    const shape = { __typename: 'Round', size: 2 };
    answering('people', ({ query }) => {
      const key = /(\w+):person/.exec(query)?.[1] ?? '';
      return { kind: 'answered', data: { [key]: { ...right, ...wrong }, shape }, errors: [] };
    });
    const [field] = Object.keys(wrong) as [string];
    expect(await asked(everything)).toEqual({
      data: { person: { ...right, [field]: null }, shape },
      errors: [[path, 'SUBGRAPH_ANSWER_INVALID', 'people']],
    });
  });

  test('a missing key is an error, an unasked one is dropped', async () => {
    answering('notes', givenEntities({ name: 'stolen', id: '99', __typename: 'Person', extra: 1 }));
    expect(await asked('{ person(id: 1) { id name note } }')).toEqual({
      data: { person: { id: '1', name: 'name 1', note: null } },
      errors: [['person.note', 'SUBGRAPH_ANSWER_INVALID', 'notes']],
    });
  });

  test.each([['Nobody'], ['Person'], ['__proto__'], [5]])('a shape cannot be a %s', async (__typename) => {
    answering('people', () => ({ kind: 'answered', data: { shape: { __typename, size: 1 } }, errors: [] }));
    expect(await asked('{ shape { size } }')).toEqual({
      data: { shape: null },
      errors: [['shape', 'SUBGRAPH_ANSWER_INVALID', 'people']],
    });
  });

  test.each([
    ['too few entities', { _entities: [] }],
    ['no entities', {}],
    ['no list', { _entities: 'x' }],
    ['nothing', null],
    ['a list', []],
    ['an entity that is text', { _entities: ['x'] }],
    ['an entity of another type', { _entities: [{ __typename: 'Note', note: 'x' }] }],
  ])('%s: is an error for each entity', async (_, data) => {
    answering('notes', () => ({ kind: 'answered', data, errors: [] }));
    expect(await asked('{ person(id: 1) { name note } }')).toEqual({
      data: { person: { name: 'name 1', note: null } },
      errors: [['person.note', 'SUBGRAPH_ANSWER_INVALID', 'notes']],
    });
  });

  test('hostile keys and paths do no harm', async () => {
    const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"note":"n"}';
    answering('notes', ({ variables }) => ({
      kind: 'answered',
      data: { _entities: (variables['representations'] as unknown[]).map(() => JSON.parse(text) as unknown) },
      errors: [
        { message: 'x', path: ['__proto__', 'polluted'] },
        { message: 'x', path: ['_entities', 99, 'note'] },
        { message: 'x', path: ['_entities', 0, '__proto__', 'constructor'] },
      ],
    }));
    expect(await asked('{ person(id: 1) { note } }')).toMatchObject({ data: { person: { note: 'n' } } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('an error at a place that has a value takes the value away', async () => {
    answering('notes', () => ({
      kind: 'answered',
      data: { count: 2 },
      errors: [{ message: 'x', path: ['count'] }],
    }));
    expect(await asked('{ count }')).toEqual({
      data: { count: null },
      errors: [['count', 'SUBGRAPH_ERROR', 'notes']],
    });
  });
});

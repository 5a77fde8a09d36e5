import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { buildSchema } from 'graphql';

import type { Projected } from '../../src/execution/projection/index.ts';
import { createProjections } from '../../src/execution/projection/index.ts';

const schema = buildSchema(`
  type Query { person(id: ID!): Person  people: [Person!]!  pet: Pet  any: Thing  _entities(representations: [_Any!]!): [_Entity]! }
  type Person { id: ID! name: String age: Int born: Day height: Float isActive: Boolean pets: [Pet!] matrix: [[Int]] colour: Colour friend: Person }
  interface Pet { name: String }
  type Dog implements Pet { name: String barks: Boolean }
  type Cat implements Pet { name: String lives: Int }
  union Thing = Person | Dog
  union _Entity = Person | Dog
  enum Colour { RED GREEN }
  scalar Day
  scalar _Any
`);

function project(query: string, data: unknown, variables: Record<string, unknown> = {}): Projected {
  return createProjections(schema).project(query, variables, data);
}

/** As JSON, so that prototypes don't count and odd keys show. */
function projectedJson(query: string, data: unknown, variables: Record<string, unknown> = {}): string {
  const projected = project(query, data, variables);
  return JSON.stringify(projected.kind === 'projected' ? projected.data : projected);
}

describe('an answer keeps what was asked and nothing else', () => {
  test('on every level', () => {
    const data = { person: { name: 'Ada', ssn: '1', friend: { name: 'Ben', ssn: '2' } }, extra: {} };
    expect(projectedJson('{ person(id: 1) { name friend { name } } }', data)).toBe(
      '{"person":{"name":"Ada","friend":{"name":"Ben"}}}',
    );
  });

  test('under aliases, also of names that prototypes have', () => {
    const data = JSON.parse('{"__proto__":{"constructor":"Ada","toString":3},"person":1}') as unknown;
    expect(projectedJson('{ __proto__: person(id: 1) { constructor: name toString: age } }', data)).toBe(
      '{"__proto__":{"constructor":"Ada","toString":3}}',
    );
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
  });

  test('by the type that each object says it has', () => {
    const query = '{ people { pets { __typename name ... on Dog { barks } ... on Cat { lives } } } }';
    const pets = [
      { __typename: 'Dog', name: 'Rex', barks: true, lives: 1 },
      { __typename: 'Cat', name: 'Tom', barks: true, lives: 9 },
    ];
    expect(projectedJson(query, { people: [{ pets }] })).toBe(
      '{"people":[{"pets":[{"__typename":"Dog","name":"Rex","barks":true},{"__typename":"Cat","name":"Tom","lives":9}]}]}',
    );
  });

  test('through named fragments and fragments on interfaces', () => {
    const query = 'query { any { __typename ...P ... on Pet { name } } } fragment P on Person { id }';
    expect(projectedJson(query, { any: { __typename: 'Dog', name: 'Rex', id: 1 } })).toBe(
      '{"any":{"__typename":"Dog","name":"Rex"}}',
    );
  });

  test('of one field selected twice, both selections', () => {
    const query = '{ person(id: 1) { friend { name } friend { age name } } }';
    expect(projectedJson(query, { person: { friend: { name: 'B', age: 1, id: 2 } } })).toBe(
      '{"person":{"friend":{"name":"B","age":1}}}',
    );
  });

  test('as @skip and @include stand for the variables', () => {
    const query = 'query ($a: Boolean!) { person(id: 1) { name @include(if: $a) age @skip(if: $a) } }';
    expect(projectedJson(query, { person: { name: 'A', age: 1 } }, { a: true })).toBe(
      '{"person":{"name":"A"}}',
    );
    expect(projectedJson(query, { person: { name: 'A', age: 1 } }, { a: false })).toBe(
      '{"person":{"age":1}}',
    );
  });

  test('of entities, by the type of what was asked for', () => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name } ... on Dog { barks } } }';
    const representations = [{ __typename: 'Dog' }, { __typename: 'Person' }, { __typename: 'Person' }];
    const data = { _entities: [{ barks: true, name: 'x' }, { name: 'Ada', barks: 1 }, null] };
    expect(projectedJson(query, data, { representations })).toBe(
      '{"_entities":[{"barks":true},{"name":"Ada"},null]}',
    );
  });

  test('and null where it stands', () => {
    expect(projectedJson('{ people { id } }', { people: null })).toBe('{"people":null}');
    expect(project('{ people { id } }', null)).toEqual({ kind: 'projected', data: null });
  });
});

describe('an answer of another shape is not used', () => {
  test.each<[string, string, unknown]>([
    ['an object for a scalar', '{ person(id: 1) { name } }', { person: { name: { first: 'A' } } }],
    ['a list for a scalar', '{ person(id: 1) { name } }', { person: { name: ['A'] } }],
    ['text for a number', '{ person(id: 1) { age } }', { person: { age: '7' } }],
    ['a fraction for an integer', '{ person(id: 1) { age } }', { person: { age: 7.5 } }],
    ['a number for text', '{ person(id: 1) { name } }', { person: { name: 7 } }],
    ['text for a boolean', '{ person(id: 1) { isActive } }', { person: { isActive: 'true' } }],
    ['a value that the enum lacks', '{ person(id: 1) { colour } }', { person: { colour: 'BLUE' } }],
    ['a list for an object', '{ person(id: 1) { name } }', { person: [{ name: 'A' }] }],
    ['an object for a list', '{ people { name } }', { people: { name: 'A' } }],
    ['text for an object', '{ person(id: 1) { name } }', { person: 'Ada' }],
    ['too flat a list', '{ person(id: 1) { matrix } }', { person: { matrix: [1] } }],
    ['a missing key', '{ person(id: 1) { name age } }', { person: { name: 'A' } }],
    ['a type that it cannot be', '{ pet { __typename name } }', { pet: { __typename: 'Person', name: 'A' } }],
    ['a type that there is not', '{ pet { __typename name } }', { pet: { __typename: 'Fish', name: 'A' } }],
    [
      'a prototype for a type',
      '{ pet { __typename name } }',
      { pet: { __typename: '__proto__', name: 'A' } },
    ],
    ['no type', '{ pet { __typename name } }', { pet: { name: 'A' } }],
  ])('for %s', (_, query, data) => {
    expect(project(query, data)).toMatchObject({ kind: 'invalid' });
  });

  test.each([0, 1, 3])('for %d entities where two were asked for', (count) => {
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name } } }';
    const representations = [{ __typename: 'Person' }, { __typename: 'Person' }];
    const data = { _entities: Array.from({ length: count }, () => ({ name: 'A' })) };
    expect(project(query, data, { representations })).toMatchObject({ kind: 'invalid', path: ['_entities'] });
  });

  test('and the reason names the place and no value', () => {
    expect(project('{ people { name } }', { people: [{ name: null }, { name: { secret: 'Ada' } }] })).toEqual(
      {
        kind: 'invalid',
        path: ['people', 1, 'name'],
        reason: 'Expected a value of String.',
      },
    );
  });
});

describe('whatever an agency answers', () => {
  const key = fc.constantFrom(
    'person',
    'people',
    'pets',
    'name',
    'age',
    'id',
    'friend',
    '__typename',
    '__proto__',
    'constructor',
    'ssn',
    'n',
  );
  const leaf = fc.constantFrom<unknown>(null, 1, 'Ada', true, 'Dog', 'Cat', 'Person', 1.5);
  const { answer } = fc.letrec<{ answer: unknown }>((tie) => ({
    answer: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      leaf,
      fc.array(tie('answer'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('answer')), { maxLength: 6 }).map((pairs) => ownObject(pairs)),
    ),
  }));
  const person = fc.record({
    n: fc.constantFrom('Ada', null),
    friend: fc.constantFrom(null, { __typename: 'Person', age: 3, ssn: 'x' }),
    pets: fc.array(
      fc.record({
        __typename: fc.constantFrom('Dog', 'Cat'),
        name: leaf,
        lives: fc.constant(9),
        barks: fc.constant(true),
      }),
    ),
    ssn: answer,
  });
  const query = '{ people { n: name friend { age } pets { __typename name ... on Cat { lives } } } }';
  const selected = new Set(['people', 'n', 'friend', 'age', 'pets', '__typename', 'name', 'lives']);
  const anyAnswer = fc.oneof(answer, fc.record({ people: fc.array(person), extra: answer }));

  test('no key is left that was not selected', () => {
    fc.assert(
      fc.property(anyAnswer, (data) => {
        const projected = project(query, data);
        if (projected.kind === 'projected')
          for (const found of keysOf(projected.data)) expect(selected).toContain(found);
      }),
    );
  });

  test('projecting twice is the same as projecting once', () => {
    fc.assert(
      fc.property(anyAnswer, (data) => {
        const once = project(query, data);
        if (once.kind === 'projected') expect(project(query, once.data)).toEqual(once);
      }),
    );
  });

  test('nothing is thrown and no prototype is touched', () => {
    fc.assert(fc.property(anyAnswer, (data) => ['projected', 'invalid'].includes(project(query, data).kind)));
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test('operations that are not of the schema are the caller’s mistake', () => {
  expect(() => project('{ nothing }', { nothing: 1 })).toThrow('Query has no field nothing');
});

function ownObject(pairs: readonly (readonly [string, unknown])[]): unknown {
  return JSON.parse(
    `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`,
  );
}

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...keysOf(inner)]);
}

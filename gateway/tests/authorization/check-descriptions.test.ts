import { describe, expect, test } from '@jest/globals';

import { checkDescriptions } from '../../src/authorization/index.ts';

function undescribed(sdl: string): readonly (string | undefined)[] {
  const schema = { name: 'benefits', url: 'http://127.0.0.1:1/', file: 'benefits.graphql', sdl };
  return checkDescriptions([schema]).map(({ coordinate }) => coordinate);
}

describe('a description is missed', () => {
  test.each([
    ['type A { "d" a: Int }', ['A']],
    ['"d" type A { a: Int }', ['A.a']],
    ['"d" type A { "d" a(b: Int): Int }', ['A.a(b:)']],
    ['"d" interface A { a: Int }', ['A.a']],
    ['"d" enum A { B }', ['A.B']],
    ['enum A { "d" B }', ['A']],
    ['"d" input A { a: Int }', ['A.a']],
    ['scalar A', ['A']],
    ['union A = B', ['A']],
    ['directive @a("d" b: Int) on FIELD', ['a']],
    ['extend type A { a: Int }', ['A.a']],
    ['"  " scalar A', ['A']],
  ])('in %s', (sdl, expected) => {
    expect(undescribed(sdl)).toEqual(expected);
  });

  test.each([
    'extend schema @link(url: "x")',
    'schema { query: A }',
    'extend type A { "d" a("d" b: Int): Int }',
  ])('nowhere in %s', (sdl) => {
    expect(undescribed(sdl)).toEqual([]);
  });
});

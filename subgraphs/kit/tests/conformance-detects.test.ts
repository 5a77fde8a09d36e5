import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '@resident-graph/subgraph-kit';
import { parse } from 'graphql';

import {
  misspeltCategories,
  nonNullLabelledFields,
  undescribed,
  unlabelledFields,
} from '../src/testing/conformance/schema-problems.ts';
import { seeded } from '../src/testing/conformance/seeded.ts';
import { unreachedFields } from '../src/testing/conformance/unreached-fields.ts';
import { wholeQuery } from '../src/testing/whole-query.ts';
import { library } from './library/library.ts';

const link = (imports: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

describe('the conformance suite finds', () => {
  test('a field without a label, and one whose label is empty', () => {
    const document = parse(`${link('"@policy"')}
      type Query { root: Int }
      type A { none: Int, empty: Int @policy(policies: [[]]), own: Int @policy(policies: [["x"]]) }
      type B @policy(policies: [["x"]]) { ofType: Int, emptied: Int @policy(policies: []) }`);
    expect(unlabelledFields(document)).toEqual(['Query.root', 'A.none', 'A.empty', 'B.emptied']);
  });

  test('a label that only looks like one, because the schema imports it by another name', () => {
    const type = 'type A { a: Int @policy(policies: [["x"]]), b: Int @mine(policies: [["x"]]) }';
    const renamed = parse(`${link('{ name: "@policy", as: "@mine" }')} ${type}`);
    expect(unlabelledFields(renamed)).toEqual(['A.a']);
  });

  test('labels under the namespace of federation where nothing is imported', () => {
    const document = parse(
      `${link('')} type A { a: Int @federation__policy(policies: [["x"]]) b: Int @policy(policies: [["x"]]) }`,
    );
    expect(unlabelledFields(document)).toEqual(['A.b']);
  });

  test('labels of a type on its extension', () => {
    const document = parse(
      `${link('"@policy"')} type A { a: Int } extend type A @policy(policies: [["x"]]) { b: Int }`,
    );
    expect(unlabelledFields(document)).toEqual([]);
  });

  test('no fault in keys, frames of pages and what another agency owns', () => {
    const document = parse(`${link('"@policy", "@key", "@external"')}
      type Resident @key(fields: "id") { id: ID!, born: Int @external }
      type XConnection { edges: [XEdge!]! } type XEdge { cursor: String! } type PageInfo { hasNextPage: Boolean! }`);
    expect(unlabelledFields(document)).toEqual([]);
    expect(nonNullLabelledFields(document)).toEqual([]);
  });

  test('a category that is not in kebab-case', () => {
    const document = parse(
      `${link('"@policy"')} type A { a: Int @policy(policies: [["Sud_Treatment", "ok-one"]]) }`,
    );
    expect(misspeltCategories(document)).toEqual(['A.a: "Sud_Treatment"']);
  });

  test('a labelled field that must not be null, by its own label or its type', () => {
    const document = parse(`${link('"@policy"')}
      type A { own: Int! @policy(policies: [["x"]]), fine: [Int!] @policy(policies: [["x"]]) }
      type B @policy(policies: [["x"]]) { id: ID!, ofType: [Int]! }`);
    expect(nonNullLabelledFields(document)).toEqual(['A.own', 'B.ofType']);
  });

  test('whatever is not described', () => {
    const document = parse(`
      scalar S
      enum E { "x" A B }
      "x" type T { "x" f("x" a: Int, b: Int): Int  " " g: Int }
      input I { i: Int }`);
    const missing = ['S', 'E', 'E.B', 'T.f(b:)', 'T.g', 'I', 'I.i'];
    expect(undescribed(document)).toEqual(missing);
  });

  test('lists and objects that nobody has', () => {
    const nobody = [{ id: 'r', library: { cards: [], loans: null } }];
    expect(unreachedFields(library.schema, nobody)).toEqual(['LibraryRecord.cards', 'LibraryRecord.loans']);
  });

  test('a seed that is too small to tell a cost per resident', async () => {
    const database = openDatabase('sqlite::memory:');
    const small = seeded(library, database, () => Promise.resolve({ residentIds: ['one'] }));
    await expect(small).rejects.toThrow('Link 100');
    await database.destroy();
  });
});

test('the whole query asks every field once, and of other residents the id alone', () => {
  const query = wholeQuery(library.schema);
  for (const field of ['kind', 'owed', 'issuedAt', 'title', 'dueOn', 'hasPreviousPage', 'endCursor']) {
    expect(query.split(new RegExp(`\\b${field}\\b`))).toHaveLength(2);
  }
  expect(query).toContain('guarantor { id }');
  expect(query).toContain('loans(first: 5)');
});

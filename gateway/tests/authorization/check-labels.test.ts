import { describe, expect, test } from '@jest/globals';

import type { Category } from '../../src/authorization/index.ts';
import { checkCategories, checkLabels } from '../../src/authorization/index.ts';
import type { SubgraphSchema } from '../../src/supergraph/index.ts';

function category(name: string, agency = 'benefits'): Category {
  return { name, agency, description: 'd', authority: ['7 CFR 272.1(c)'], sensitivity: 'high' };
}

const catalogue = [category('case'), category('income')];

function schema(types: string, link = 'import: ["@key", "@policy", "@external"]'): SubgraphSchema {
  const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${link})`;
  return { name: 'benefits', url: 'http://127.0.0.1:1/', file: 'benefits.graphql', sdl: `${head}\n${types}` };
}

/** A page of what two categories guard. */
const pages = `
  type AConnection { edges: [AEdge!]! }
  type AEdge { node: A @policy(policies: [["case"]]) }
  type A @policy(policies: [["income"]]) { a: Int }`;

function problemsOf(types: string, link?: string): readonly (readonly [string, string | undefined])[] {
  return checkLabels([schema(types, link)], catalogue).map(({ code, coordinate }) => [code, coordinate]);
}

describe('labels in order are', () => {
  test.each<[string, string]>([
    ['the field’s own', 'type Query { a: Int @policy(policies: [["case"]]) }'],
    ['the type’s', 'type A @policy(policies: [["case"]]) { a: Int b: [Int!] }'],
    [
      'the type’s, written on an extension',
      'type A { a: Int } extend type A @policy(policies: [["case"]]) { b: Int }',
    ],
    [
      'several, together or as alternatives',
      'type A { a: Int @policy(policies: [["case", "income"], ["case"]]) }',
    ],
    ['a single name that GraphQL coerces to a list', 'type A { a: Int @policy(policies: "case") }'],
    ['needless on the key of an entity', 'type A @key(fields: "id") { id: ID! }'],
    ['needless on what another agency owns', 'type A @key(fields: "id") { id: ID! b: Int @external }'],
    [
      'needless on pages',
      'type AConnection { edges: [AEdge!]! pageInfo: PageInfo! } type AEdge { cursor: String! } type PageInfo { hasNextPage: Boolean! }',
    ],
    [
      'of a page all that its nodes need',
      `${pages} type B { all: AConnection @policy(policies: [["case", "income"]]) }`,
    ],
    ['needless on an interface, which composition forbids to label', 'interface I { a: Int }'],
    ['allowed on an id that is never null', 'type A @policy(policies: [["case"]]) { id: ID! }'],
  ])('%s', (_, types) => {
    expect(problemsOf(types)).toEqual([]);
  });

  test.each([
    ['renamed', 'import: [{ name: "@policy", as: "@label" }]', '@label'],
    ['not imported', 'import: ["@key"]', '@federation__policy'],
    ['not imported, of a renamed namespace', 'as: "fed"', '@fed__policy'],
  ])('found when the directive is %s', (_, link, directive) => {
    expect(problemsOf(`type A { a: Int ${directive}(policies: [["case"]]) }`, link)).toEqual([]);
  });

  test('found when @link itself is renamed', () => {
    const sdl = `extend schema
      @connect(url: "https://specs.apollo.dev/link/v1.0", as: "connect")
      @connect(url: "https://specs.apollo.dev/federation/v2.9", import: ["@policy"])
      type A { a: Int @policy(policies: [["case"]]) }`;
    expect(checkLabels([{ ...schema(''), sdl }], catalogue)).toEqual([]);
  });
});

describe('a label is refused', () => {
  test.each<[string, string, string, string]>([
    ['that is missing', 'type A { a: Int }', 'LABEL_MISSING', 'A.a'],
    ['that is missing on a root field', 'type Query { a: Int }', 'LABEL_MISSING', 'Query.a'],
    ['that is missing on an extension', 'extend type A { a: Int }', 'LABEL_MISSING', 'A.a'],
    [
      'that is another directive of the same name',
      'directive @mine on FIELD_DEFINITION type A { a: Int @mine }',
      'LABEL_MISSING',
      'A.a',
    ],
    ['with no list', 'type A { a: Int @policy(policies: []) }', 'LABEL_EMPTY', 'A.a'],
    ['with an empty list', 'type A { a: Int @policy(policies: [["case"], []]) }', 'LABEL_EMPTY', 'A.a'],
    ['with an empty name', 'type A { a: Int @policy(policies: [[""]]) }', 'LABEL_EMPTY', 'A.a'],
    ['of an unknown category', 'type A { a: Int @policy(policies: [["csae"]]) }', 'LABEL_UNKNOWN', 'A.a'],
    [
      'on a field that cannot be null',
      'type A { a: Int! @policy(policies: [["case"]]) }',
      'LABELLED_FIELD_NOT_NULLABLE',
      'A.a',
    ],
    [
      'on a list that cannot be null',
      'type A @policy(policies: [["case"]]) { a: [Int]! }',
      'LABELLED_FIELD_NOT_NULLABLE',
      'A.a',
    ],
    [
      'of a page that needs less than its nodes',
      `${pages} type B { all: AConnection @policy(policies: [["case"]]) }`,
      'LABEL_WEAKER_THAN_NODES',
      'B.all',
    ],
    [
      'that needs less than the interface',
      'interface I { a: Int @policy(policies: [["case"]]) } type A implements I { a: Int @policy(policies: [["income"]]) }',
      'LABEL_WEAKER_THAN_INTERFACE',
      'A.a',
    ],
    [
      'that offers an alternative which the interface does not',
      'interface I { a: Int @policy(policies: [["case"]]) } type A implements I { a: Int @policy(policies: [["case"], ["income"]]) }',
      'LABEL_WEAKER_THAN_INTERFACE',
      'A.a',
    ],
  ])('%s', (_, types, code, coordinate) => {
    expect(problemsOf(types)).toEqual([[code, coordinate]]);
  });

  test('with the file, the line and the remedy', () => {
    expect(checkLabels([schema('type A {\n  a: Int\n}')], catalogue)).toEqual([
      {
        code: 'LABEL_MISSING',
        message: 'The field has no data category.',
        remedy: expect.stringContaining('@policy'),
        subgraph: 'benefits',
        coordinate: 'A.a',
        place: 'benefits.graphql:3',
      },
    ]);
  });

  test('unless it needs more than the interface', () => {
    const types =
      'interface I { a: Int @policy(policies: [["case"]]) } type A implements I { a: Int @policy(policies: [["case", "income"]]) }';
    expect(problemsOf(types)).toEqual([]);
  });
});

describe('the catalogue', () => {
  const used = schema('type A { a: Int @policy(policies: [["case"]]) }');

  test('holds no category that no field has', () => {
    expect(checkCategories([used], catalogue)).toMatchObject([
      { code: 'CATEGORY_UNUSED', message: expect.stringContaining('income') },
    ]);
  });

  test('lends no agency’s category to another', () => {
    expect(checkCategories([used], [category('case', 'housing')])).toMatchObject([
      { code: 'CATEGORY_OF_ANOTHER_AGENCY', subgraph: 'benefits', coordinate: 'A.a' },
    ]);
  });

  test('names every argument by which something could be found', () => {
    const types = `type A { a(by: String, first: Int): Int @policy(policies: [["case"]]) } input B { c: Int }`;
    const [first] = catalogue;
    const named = first ? [{ ...first, arguments: ['B.c'] }] : [];
    expect(checkCategories([schema(types)], named)).toMatchObject([
      { code: 'ARGUMENT_UNGUARDED', subgraph: 'benefits', coordinate: 'A.a(by:)' },
    ]);
  });
});

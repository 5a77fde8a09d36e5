import { composeServices } from '@apollo/composition';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import type { Category } from '../../../src/authorization/index.ts';
import { compileRequirements } from '../../../src/authorization/index.ts';

const imports =
  '["@key", "@policy", "@requires", "@external", "@context", "@fromContext", "@authenticated", "@requiresScopes", "@shareable"]';

function compose(schemas: Readonly<Record<string, string>>, imported = imports): string {
  const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${imported})`;
  const services = Object.entries(schemas).map(([name, types]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`${head}\n${types}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.join('\n'));
  return supergraphSdl;
}

function needs(sdl: string, coordinate: string, catalogue: readonly Category[] = []): unknown {
  const requirement = compileRequirements(sdl, catalogue).requirementOf(coordinate);
  return typeof requirement === 'string' ? requirement : requirement.needs;
}

/** A supergraph in the words of the join specification, for what composition itself would refuse. */
function supergraph(types: string): string {
  return `schema
    @link(url: "https://specs.apollo.dev/link/v1.0")
    @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
    @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
    { query: Query }
    enum join__Graph { ONE @join__graph(name: "one", url: "u") TWO @join__graph(name: "two", url: "u") }
    ${types}`;
}

describe('a field needs', () => {
  test.each([
    ['what its own label names', 'a: Int @policy(policies: [["x"]])', [['x']]],
    ['all of one alternative', 'a: Int @policy(policies: [["y", "x"]])', [['x', 'y']]],
    ['one of several alternatives', 'a: Int @policy(policies: [["y"], ["x"]])', [['x'], ['y']]],
    [
      'no more than it has to: an alternative that contains another is none',
      'a: Int @policy(policies: [["x", "y"], ["x"]])',
      [['x']],
    ],
    [
      'what the label of the enum that it returns names',
      'a: Labelled @policy(policies: [["x"]])',
      [['e', 'x']],
    ],
    ['what the label of the scalar in a list of it names', 'a: [Text!]', [['s']]],
    ['somebody who is known, if it is @authenticated', 'a: Int @authenticated', [[]]],
    ['a role for each scope', 'a: Int @requiresScopes(scopes: [["r", "q"]])', [['role:q', 'role:r']]],
  ])('%s', (_, field, expected) => {
    const sdl = compose({
      one: `type Query { ${field} }
        enum Labelled @policy(policies: [["e"]]) { A }
        scalar Text @policy(policies: [["s"]])`,
    });
    expect(needs(sdl, 'Query.a')).toEqual(expected);
  });

  test('its type’s label and its own together', () => {
    const sdl = compose({
      one: `type Query { t: T @policy(policies: [["q"]]) }
        type T @policy(policies: [["t"], ["u"]]) { a: Int b: Int @policy(policies: [["x"]]) }`,
    });
    expect(needs(sdl, 'T.a')).toEqual([['t'], ['u']]);
    expect(needs(sdl, 'T.b')).toEqual([
      ['t', 'x'],
      ['u', 'x'],
    ]);
  });

  test.each([
    ['renamed', '[{ name: "@policy", as: "@label" }]', '@label'],
    ['not imported', '[]', '@federation__policy'],
  ])('its label when the directive is %s', (_, imported, directive) => {
    const sdl = compose({ one: `type Query { a: Int ${directive}(policies: [["x"]]) }` }, imported);
    expect(needs(sdl, 'Query.a')).toEqual([['x']]);
  });

  test('its label when the supergraph itself calls the directive something else', () => {
    const sdl = supergraph(
      'type Query { a: Int @label(policies: [["x"]]) b: Int @policy(policies: [["x"]]) }',
    ).replace(
      '@link(url: "https://specs.apollo.dev/policy/v0.1"',
      '@link(url: "https://specs.apollo.dev/policy/v0.1", as: "label"',
    );
    expect(needs(sdl, 'Query.a')).toEqual([['x']]);
    expect(needs(sdl, 'Query.b')).toBe('unlabelled');
  });

  test('at most 256 alternatives, and never less than all of its labels say', () => {
    const names = 'abcdefghijk'.split('');
    const labels = names.map((name) => `@policy(policies: [["${name}1"], ["${name}2"]])`).join(' ');
    const alternatives = needs(supergraph(`type Query { a: Int ${labels} }`), 'Query.a') as string[][];
    expect(alternatives.length).toBeLessThanOrEqual(256);
    const satisfies = (alternative: readonly string[]): boolean =>
      names.every((name) => alternative.some((category) => category.startsWith(name)));
    expect(alternatives.every(satisfies)).toBe(true);
  });

  test.each(['[]', '[[]]', '[[""]]', '[["x", ""]]'])(
    'somebody who cannot be, if its label is %s',
    (label) => {
      expect(needs(supergraph(`type Query { a: Int @policy(policies: ${label}) }`), 'Query.a')).toEqual([]);
    },
  );
});

describe('an interface', () => {
  const schema = `
    type Query { i: I @policy(policies: [["q"]]) }
    interface I { id: ID! x: Int y: Int }
    type A implements I { id: ID! x: Int @policy(policies: [["a"]]) y: Int @policy(policies: [["y"]]) }
    type B implements I { id: ID! x: Int @policy(policies: [["b"]]) y: Int @policy(policies: [["y"]]) }`;

  test('field needs what all who implement it need', () => {
    expect(needs(compose({ one: schema }), 'I.x')).toEqual([['a', 'b']]);
  });

  test('adds nothing to those who implement it by repeating them', () => {
    const sdl = compose({ one: schema });
    expect(needs(sdl, 'A.x')).toEqual([['a']]);
    expect(needs(sdl, 'B.x')).toEqual([['b']]);
  });

  test('of a stronger label makes its implementations as strong', () => {
    const sdl = supergraph(`type Query { i: I }
      interface I { x: Int @policy(policies: [["i"]]) }
      type A implements I { x: Int @policy(policies: [["a"]]) }
      type B implements I { x: Int }`);
    expect(needs(sdl, 'A.x')).toEqual([['a', 'i']]);
    expect(needs(sdl, 'B.x')).toEqual([['i']]);
  });

  test('field is closed when one that implements it has no label', () => {
    const sdl = supergraph(`type Query { i: I } interface I { x: Int }
      type A implements I { x: Int @policy(policies: [["a"]]) } type B implements I { x: Int }`);
    expect(needs(sdl, 'I.x')).toBe('unlabelled');
    expect(needs(sdl, 'B.x')).toBe('unlabelled');
  });
});

describe('what shows nothing by itself is open:', () => {
  const sdl = compose({
    one: `type Query { t: T @policy(policies: [["q"]]) ts: TConnection @policy(policies: [["q"]]) }
      type T @key(fields: "id") @key(fields: "number part { code }") { id: ID! number: Int part: Part name: String }
      type Part { id: ID! code: Int text: String }
      type TConnection { edges: [TEdge!]! pageInfo: PageInfo! labelled: Int @policy(policies: [["x"]]) }
      type TEdge { cursor: String! node: T }
      type PageInfo { hasNextPage: Boolean! }`,
  });

  test.each([
    'T.id',
    'T.number',
    'T.part',
    'Part.code',
    'Part.id',
    'TConnection.edges',
    'TEdge.node',
    'PageInfo.hasNextPage',
    'T.__typename',
    'Query.__schema',
    '__Type.name',
  ])('%s', (coordinate) => {
    expect(needs(sdl, coordinate)).toBe('open');
  });

  test.each(['T.name', 'Part.text', 'T.absent', 'Absent.id', 'T', '', 'constructor', '__proto__.x.y'])(
    'and nothing else: not %p',
    (coordinate) => {
      expect(needs(sdl, coordinate)).toBe('unlabelled');
    },
  );

  test('not what pages but has a label', () => {
    expect(needs(sdl, 'TConnection.labelled')).toEqual([['x']]);
  });
});

describe('whoever is shown a field is shown what it was made of:', () => {
  const one = `type Query { t: T @policy(policies: [["q"]]) }
    type T @key(fields: "id") { id: ID! a: Int @policy(policies: [["a"]]) part: Part @policy(policies: [["p"]]) open: Int }
    type Part { x: Int @policy(policies: [["x"]]) y: Int @policy(policies: [["y"]]) }`;

  test('the inputs of @requires, nested ones too, and what they themselves require', () => {
    const sdl = supergraph(`type Query { t: T }
      type T @join__type(graph: ONE, key: "id") @join__type(graph: TWO, key: "id") {
        id: ID!
        a: Int @join__field(graph: ONE) @policy(policies: [["a"]])
        part: Part @join__field(graph: ONE) @policy(policies: [["p"]])
        b: Int @join__field(graph: TWO, requires: "a part { x }") @policy(policies: [["b"]])
        c: Int @join__field(graph: ONE, requires: "b") @policy(policies: [["c"]])
      }
      type Part { x: Int @policy(policies: [["x"]]) y: Int @policy(policies: [["y"]]) }`);
    expect(needs(sdl, 'T.b')).toEqual([['a', 'b', 'p', 'x']]);
    expect(needs(sdl, 'T.c')).toEqual([['a', 'b', 'c', 'p', 'x']]);
    const requirement = compileRequirements(sdl, []).requirementOf('T.c');
    expect(requirement).toMatchObject({
      disclosures: [
        { recipient: 'one', needs: [['b']] },
        { recipient: 'two', needs: [['a', 'p', 'x']] },
      ],
    });
  });

  test('as composition writes it', () => {
    const two = `type T @key(fields: "id") { id: ID! a: Int @external
      b: Int @requires(fields: "a") @policy(policies: [["b", "a"]]) }`;
    const requirement = compileRequirements(compose({ one, two }), []).requirementOf('T.b');
    expect(requirement).toMatchObject({
      needs: [['a', 'b']],
      disclosures: [{ recipient: 'two', needs: [['a']] }],
    });
  });

  test('an input that nobody labelled closes the field', () => {
    const sdl = supergraph(`type Query { t: T } type T @join__type(graph: ONE, key: "id") {
      id: ID! a: Int b: Int @join__field(graph: TWO, requires: "a") @policy(policies: [["b"]])
      c: Int @join__field(graph: TWO, requires: "id") @policy(policies: [["c"]]) }`);
    expect(needs(sdl, 'T.b')).toBe('unlabelled');
    expect(needs(sdl, 'T.c')).toEqual([['c']]);
  });

  test('what an argument takes from the context', () => {
    const sdl = compose({
      one: `type Query { t: T @policy(policies: [["q"]]) }
        type T @key(fields: "id") @context(name: "around") { id: ID! secret: String @policy(policies: [["s"]]) u: U @policy(policies: [["u"]]) }
        type U @key(fields: "id") { id: ID! f(a: String @fromContext(field: "$around { secret }")): Int @policy(policies: [["f", "s"]]) }`,
    });
    const weaker = sdl.replace('[["f", "s"]]', '[["f"]]');
    expect(needs(weaker, 'U.f')).toEqual([['f', 's']]);
  });

  test('round in a circle, once', () => {
    const sdl = supergraph(`type Query { t: T } type T @join__type(graph: ONE, key: "id") {
      a: Int @join__field(graph: ONE, requires: "b") @policy(policies: [["a"]])
      b: Int @join__field(graph: TWO, requires: "a") @policy(policies: [["b"]]) }`);
    expect(needs(sdl, 'T.a')).toEqual([['a', 'b']]);
  });
});

/** A category that arguments tell of. */
const argument = (name: string, coordinates: readonly string[]): Category => ({
  name,
  agency: 'one',
  description: 'd',
  authority: ['law'],
  sensitivity: 'high',
  arguments: [...coordinates],
});

describe('arguments', () => {
  const types = `
    type Query {
      find(by: Int, first: Int, after: String, filter: Filter, like: String): Int
      person(id: ID!, name: String): Person
      people(ids: [ID!]!, first: String): [Person]
      count(id: ID!): Int
    }
    type Person { id: ID! }
    input Filter { x: Int near: Filter y: String }`;

  test('need every category that the catalogue says they tell of', () => {
    const catalogue = [argument('x', ['Query.find(by:)', 'Filter.x']), argument('y', ['Query.find(by:)'])];
    const { ofArgument } = compileRequirements(supergraph(types), catalogue);
    expect(ofArgument('Query.find(by:)')).toMatchObject({ needs: [['x', 'y']] });
    expect(ofArgument('Filter.x')).toMatchObject({ needs: [['x']] });
  });

  test.each([
    ['turns pages', 'Query.find(first:)'],
    ['turns pages', 'Query.find(after:)'],
    ['is the id of what is returned', 'Query.person(id:)'],
    ['is the ids of what is returned', 'Query.people(ids:)'],
    ['is an object whose fields are asked about themselves', 'Query.find(filter:)'],
    ['is such an object in another', 'Filter.near'],
    ['is of introspection', '__Type.fields(includeDeprecated:)'],
  ])('that nobody named are free if their value %s', (_, coordinate) => {
    expect(compileRequirements(supergraph(types), []).ofArgument(coordinate)).toBe('open');
  });

  test.each([
    ['finds by a value', 'Query.find(like:)'],
    ['finds by a value among objects', 'Filter.y'],
    ['finds what has an id', 'Query.person(name:)'],
    ['is an id of something else', 'Query.count(id:)'],
    ['only sounds as if it turned pages', 'Query.people(first:)'],
    ['is not there', 'Query.find(renamed:)'],
  ])('that nobody named are nobody’s if their value %s', (_, coordinate) => {
    expect(compileRequirements(supergraph(types), []).ofArgument(coordinate)).toBe('unlabelled');
  });
});

describe('a rule table', () => {
  test('lets fields that need the same share one requirement', () => {
    const sdl = supergraph(
      'type Query { a: Int @policy(policies: [["x"]]) b: Int @policy(policies: [["x"]]) c: Int }',
    );
    const { requirementOf, all, coordinates } = compileRequirements(sdl, []);
    expect(requirementOf('Query.a')).toBe(requirementOf('Query.b'));
    expect(all).toHaveLength(1);
    expect(coordinates).toEqual(['Query.a', 'Query.b', 'Query.c']);
  });

  test('has a digest that changes with what it requires and with nothing else', () => {
    const [one, same, other] = [
      'type Query { a: Int @policy(policies: [["x"], ["y"]]) }',
      '"Described." type Query { a: Int @policy(policies: [["y"], ["x"]]) }',
      'type Query { a: Int @policy(policies: [["x", "y"]]) }',
    ].map((types) => compileRequirements(supergraph(types), []).digest);
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});

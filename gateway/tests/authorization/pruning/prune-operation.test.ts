import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';

import type { PrunedOperation } from '../../../src/authorization/pruning/index.ts';
import { pruneOperation, restoreWithheld } from '../../../src/authorization/pruning/index.ts';
import type { ToyRules } from '../fixtures/toy-table.ts';
import { denial, depends, permit, toyTable } from '../fixtures/toy-table.ts';

const schema = buildSchema(`
  type Query {
    resident(id: ID!): Resident
    residents(ids: [ID!]!): [Resident]
    find(by: Search, limit: Int = 10): [Resident]
    court: Court
    node: Node
    either: Either
  }
  input Search { name: String, number: String, all: [Search!] }
  interface Node { id: ID! note: String }
  union Either = Court | Clinic
  type Resident implements Node { id: ID! note: String name: Name number: String born: String clinic: Clinic friends: [Resident] court(kind: String, year: Int): Court }
  type Name { given: String surname: String! }
  type Court implements Node { id: ID! note: String verdict: String! judge: Name }
  type Clinic implements Node { id: ID! note: String visits: Int doctor: Name! }
`);

function prune(query: string, rules: ToyRules): PrunedOperation {
  const document = parse(query);
  const pruned = pruneOperation({
    operation: { document, operationName: null, key: 'original' },
    schema,
    table: toyTable(rules),
  });
  expect(validate(schema, pruned.operation.document)).toEqual([]);
  return pruned;
}

function text({ operation }: PrunedOperation): string {
  return print(operation.document).replaceAll(/\s+/g, ' ').trim();
}

async function restored(
  pruned: PrunedOperation,
  data: unknown,
  variables: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const result = await restoreWithheld({ data } as never, {
    pruned,
    variables,
    decisionsOf: async () => new Map(),
  });
  return JSON.parse(JSON.stringify(result)) as Record<string, unknown>;
}

const deny = (...coordinates: string[]): ToyRules => ({
  fields: Object.fromEntries(coordinates.map((coordinate) => [coordinate, denial(coordinate)])),
});

function obliged(id: string): ToyRules {
  return { fields: { 'Resident.born': permit({ obligations: [id as never] }) } };
}

describe('a denied field', () => {
  test('leaves the document, and its variables and fragments with it', () => {
    const pruned = prune(
      'query ($k: String) { resident(id: "1") { ...N court(kind: $k) { id } number } } fragment N on Resident { name { given } }',
      deny('Resident.court', 'Resident.name'),
    );
    expect(text(pruned)).toBe('{ resident(id: "1") { number } }');
    expect(pruned.operation.key).toMatch(/^pruned:/);
  });

  test('that nobody denies leaves the document as it is', () => {
    const pruned = prune('{ resident(id: "1") { ...N } } fragment N on Resident { number }', {});
    expect(pruned.operation.key).toBe('original');
    expect(pruned.selections.needsRestoring).toBe(false);
  });

  test('comes back as null in its place, with a notice, and by its alias', async () => {
    const pruned = prune(
      '{ resident(id: "1") { a: number n: name { given } b: born } }',
      deny('Resident.name'),
    );
    const answer = await restored(pruned, { resident: { b: '1990', a: '7' } });
    expect(JSON.stringify(answer['data'])).toBe('{"resident":{"a":"7","n":null,"b":"1990"}}');
    const told = {
      reason: 'CONSENT',
      authority: 'law of Resident.name',
      remedy: 'REQUEST_CONSENT',
      agreement: 'toy-agreement',
    };
    expect(answer['errors']).toEqual([
      {
        message: 'This is withheld from the caller.',
        path: ['resident', 'n'],
        extensions: { code: 'FIELD_WITHHELD', ...told, category: 'Resident.name' },
      },
    ]);
    expect(answer['extensions']).toEqual({
      withheld: [{ path: ['resident', 'n'], code: 'FIELD_WITHHELD', ...told }],
    });
  });

  test('in a list is told at each index', async () => {
    const pruned = prune('{ residents(ids: ["1", "2"]) { number born } }', deny('Resident.born'));
    const answer = await restored(pruned, { residents: [{ number: '1' }, null, { number: '3' }] });
    const { withheld } = answer['extensions'] as { withheld: { path: unknown }[] };
    expect(withheld.map(({ path }) => path)).toEqual([
      ['residents', 0, 'born'],
      ['residents', 2, 'born'],
    ]);
  });

  test('is told of only where it would have been selected', async () => {
    const query =
      'query ($p: Boolean!) { resident(id: "1") { number born @include(if: $p) ... on Resident @skip(if: $p) { note } } }';
    const pruned = prune(query, deny('Resident.born', 'Resident.note'));
    const paths = async (p: boolean): Promise<unknown> =>
      (await restored(pruned, { resident: { number: '1' } }, { p }))['data'];
    expect(await paths(true)).toEqual({ resident: { number: '1', born: null } });
    expect(await paths(false)).toEqual({ resident: { number: '1', note: null } });
  });

  test('in an empty selection set leaves the name of the type, which nobody sees', async () => {
    const query = '{ resident(id: "1") { born hiddenType: number } }';
    const pruned = prune(query, deny('Resident.born', 'Resident.number'));
    expect(text(pruned)).toBe('{ resident(id: "1") { hiddenType_: __typename } }');
    const answer = await restored(pruned, { resident: { hiddenType_: 'Resident' } });
    expect(answer['data']).toEqual({ resident: { born: null, hiddenType: null } });
  });

  test('that cannot be null takes away what holds it', async () => {
    const pruned = prune(
      '{ resident(id: "1") { number clinic { visits doctor { surname } } } }',
      deny('Name.surname'),
    );
    expect(text(pruned)).toBe('{ resident(id: "1") { number } }');
    const answer = await restored(pruned, { resident: { number: '1' } });
    expect(answer['data']).toEqual({ resident: { number: '1', clinic: null } });
  });

  test('of one type is still asked of the others, through their interface', async () => {
    const pruned = prune('{ node { __typename id note } }', deny('Clinic.note', 'Node.note'));
    expect(text(pruned)).toBe(
      '{ node { __typename id ... on Resident { note } ... on Court { note } hiddenType: __typename } }',
    );
    const clinic = { node: { __typename: 'Clinic', id: '1', hiddenType: 'Clinic' } };
    expect((await restored(pruned, clinic))['data']).toEqual({
      node: { __typename: 'Clinic', id: '1', note: null },
    });
    const court = { node: { __typename: 'Court', id: '1', note: 'x', hiddenType: 'Court' } };
    const answer = await restored(pruned, court);
    expect(answer).toEqual({ data: { node: { __typename: 'Court', id: '1', note: 'x' } } });
  });

  test('of a member of a union is told for that member only', async () => {
    const pruned = prune(
      '{ either { ... on Court { verdict } ... on Clinic { visits } } }',
      deny('Clinic.visits'),
    );
    expect(text(pruned)).toBe('{ either { ... on Court { verdict } hiddenType: __typename } }');
    expect((await restored(pruned, { either: { hiddenType: 'Clinic' } }))['data']).toEqual({
      either: { visits: null },
    });
    expect(await restored(pruned, { either: { verdict: 'v', hiddenType: 'Court' } })).toEqual({
      data: { either: { verdict: 'v' } },
    });
  });

  test('that is concealed is null and nothing else', async () => {
    const pruned = prune('{ resident(id: "1") { number born } }', {
      fields: { 'Resident.born': denial('sealed', { isConcealed: true }) },
    });
    expect(await restored(pruned, { resident: { number: '1' } })).toEqual({
      data: { resident: { number: '1', born: null } },
    });
  });

  test('whose object is not there is not told of', async () => {
    const pruned = prune('{ resident(id: "1") { born } }', deny('Resident.born'));
    expect(await restored(pruned, { resident: null })).toEqual({ data: { resident: null } });
  });

  test.each(['{ __schema { types { name } } }', '{ __type(name: "Court") { name } __typename }'])(
    'is never one of introspection: %s',
    (query) => {
      expect(prune(query, deny('Query.__schema', 'Query.__type')).operation.key).toBe('original');
    },
  );
});

describe('what is left', () => {
  test('is nothing if every root field is denied', () => {
    expect(prune('{ court { id } }', deny('Query.court')).isEmpty).toBe(true);
    expect(prune('{ court { id } __typename }', deny('Query.court')).isEmpty).toBe(false);
  });

  test('depends on nobody where no resident stands above: what is undetermined there is denied', () => {
    const pruned = prune('{ court { verdict judge { given } } }', { fields: { 'Court.judge': depends } });
    expect(text(pruned)).toBe('{ court { verdict } }');
  });

  test('asks for the id of each resident on whom something depends', () => {
    const query = '{ resident(id: "1") { name { given } friends { number } } }';
    const pruned = prune(query, { fields: { 'Name.given': depends } });
    expect(text(pruned)).toBe('{ resident(id: "1") { name { given } friends { number } hiddenId: id } }');
    const both = prune(query, { fields: { 'Resident.number': depends } });
    expect(text(both)).toBe('{ resident(id: "1") { name { given } friends { number hiddenId: id } } }');
  });

  test('comes with the obligations of what is shown, and an obligation that nobody knows is a denial', async () => {
    const known = prune('{ resident(id: "1") { born } }', obliged('notice-42-cfr-2-32'));
    const answer = await restored(known, { resident: { born: '1990' } });
    expect(answer['extensions']).toEqual({
      obligations: [
        {
          id: 'notice-42-cfr-2-32',
          authority: '42 CFR 2.32',
          text: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
        },
      ],
    });
    const unknown = prune('{ resident(id: "1") { born number } }', obliged('burn-after-reading'));
    expect(text(unknown)).toBe('{ resident(id: "1") { number } }');
  });
});

describe('a transform', () => {
  test.each([
    ['last-four-digits', '123-45-6789', '6789'],
    ['last-four-digits', '12', null],
    ['year-of-birth', '1984-07-22', '1984-01-01'],
    ['year-of-birth', 'unknown', null],
    ['county-only', '12 Elm Street', null],
    ['redact', 'text', null],
  ] as const)('%s makes %s to %s, and says so', async (transform, value, expected) => {
    const coordinate = 'Resident.born';
    const pruned = prune('{ resident(id: "1") { born } }', {
      fields: { [coordinate]: permit({ transforms: [{ coordinate, transform }] }) },
    });
    expect(await restored(pruned, { resident: { born: value } })).toEqual({
      data: { resident: { born: expected } },
      extensions: { transformed: [{ path: ['resident', 'born'], transform }] },
    });
  });
});

describe('an argument', () => {
  const rules: ToyRules = {
    arguments: {
      'Query.find(by:)': permit(),
      'Search.number': denial('numbers'),
      'Resident.court(kind:)': depends,
      'Resident.court(year:)': permit({
        transforms: [{ coordinate: 'Court.date', transform: 'year-of-birth' }],
      }),
    },
  };
  const denied = (query: string, variables: Record<string, unknown> = {}): string | null =>
    prune(query, rules).argumentRules.deniedWith(variables);

  test.each([
    ['{ find(by: { name: "a" }) { id } }', {}, null],
    ['{ find(by: { number: "1" }) { id } }', {}, 'Search.number'],
    ['{ find(by: { all: [{ name: "a" }, { all: { number: "1" } }] }) { id } }', {}, 'Search.number'],
    ['query ($n: String) { find(by: { number: $n }) { id } }', { n: '1' }, 'Search.number'],
    ['query ($n: String) { find(by: { number: $n }) { id } }', {}, null],
    ['query ($s: Search) { find(by: $s) { id } }', { s: { name: 'a' } }, null],
    ['query ($s: Search) { find(by: $s) { id } }', { s: { all: [{ number: '1' }] } }, 'Search.number'],
    ['query ($s: [Search!]) { find(by: { all: $s }) { id } }', { s: [{ number: '1' }] }, 'Search.number'],
    ['query ($s: Search!) { find(by: { all: [$s] }) { id } }', { s: { number: '1' } }, 'Search.number'],
    ['{ resident(id: "1") { court(kind: "x") { id } } }', {}, 'Resident.court(kind:)'],
    ['{ resident(id: "1") { court { id } } }', {}, null],
    ['{ resident(id: "1") { court(year: 1990) { id } } }', {}, 'Resident.court(year:)'],
  ])('in %s with %j is refused as %s', (query, variables, expected) => {
    expect(denied(query, variables)).toBe(expected);
  });
});

import { describe, expect, test } from '@jest/globals';
import { ConfigurationError, defineSubgraph } from '@resident-graph/subgraph-kit';
import type { Resolvers, Subgraph } from '@resident-graph/subgraph-kit';

import { library, libraryDefinition } from './library/library.ts';
import type { LibraryLoaders } from './library/library.ts';

const { schema, resolvers } = libraryDefinition;

const define = (change: {
  schema?: string;
  resolvers?: Resolvers<LibraryLoaders>;
  name?: string;
}): Subgraph => defineSubgraph({ ...libraryDefinition, ...change });

function problemOf(change: Parameters<typeof define>[0]): ConfigurationError {
  try {
    define(change);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('The definition was accepted.');
}

describe('a definition is refused, with place and remedy,', () => {
  test('when the schema has a syntax error', () => {
    expect(problemOf({ schema: `${schema}\ntype {` }).place).toMatch(/^schema, line \d+, column 6$/);
  });

  test('when federation cannot build the schema', () => {
    const { message } = problemOf({ schema: schema.replace('kind: LibraryCardKind', 'kind: NoSuchType') });
    expect(message).toContain('NoSuchType');
  });

  test('when resolvers name a type that the schema has not', () => {
    expect(problemOf({ resolvers: { ...resolvers, Libary: {} } }).place).toBe('resolvers.Libary');
  });

  test('when resolvers name a field that the schema has not', () => {
    const change = { resolvers: { ...resolvers, LibraryLoan: { titel: () => null } } };
    expect(problemOf(change).place).toBe('resolvers.LibraryLoan.titel');
  });

  test('when resolvers name an enum value that the schema has not', () => {
    const change = { resolvers: { ...resolvers, LibraryCardKind: { ADLUT: 1 } } };
    expect(problemOf(change).place).toBe('resolvers.LibraryCardKind.ADLUT');
  });

  test('when an entity has no reference resolver', () => {
    const change = { resolvers: { ...resolvers, Resident: { library: () => null } } };
    expect(problemOf(change)).toMatchObject({
      place: 'Resident',
      remedy: expect.stringContaining('...residentReference'),
    });
  });

  test('when nothing resolves a root field', () => {
    const { Query: _query, ...others } = resolvers;
    expect(problemOf({ resolvers: others }).place).toBe('Query.libraryBranches');
  });

  test('when nothing reads the arguments of a field', () => {
    const change = { resolvers: { ...resolvers, LibraryRecord: { cards: () => [] } } };
    expect(problemOf(change).place).toBe('LibraryRecord.loans');
  });

  test('when nothing says how a scalar is written', () => {
    expect(problemOf({ schema: `${schema}\nscalar Money` }).place).toBe('Money');
  });

  test('when its name is not one of a subgraph', () => {
    expect(problemOf({ name: 'The Library' }).place).toBe('name');
  });

  test('when two migrations have one name', () => {
    const migrations = [...libraryDefinition.migrations, ...libraryDefinition.migrations];
    expect(() => defineSubgraph({ ...libraryDefinition, migrations })).toThrow(
      'two migrations have this name',
    );
  });
});

test("the kit's own migration comes before the agency's", () => {
  expect(library.migrations.map(({ name }) => name)).toEqual([
    'kit-0001-resident-links',
    'library-0001-cards-and-loans',
  ]);
});

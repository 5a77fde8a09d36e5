import { beforeAll, describe, expect, test } from '@jest/globals';
import { defineSubgraph, everyResident, migrate, openDatabase, rowByKey } from '@resident-graph/subgraph-kit';
import type { Database, LinkedResident } from '@resident-graph/subgraph-kit';
import { countStatements, eachDialect, executeOperation } from '@resident-graph/subgraph-kit/testing';

import { seedLibrary } from './library/library-seed.ts';
import { library, libraryDefinition } from './library/library.ts';

const guarantors = `query ($r: [_Any!]!) {
  _entities(representations: $r) { ... on Resident { library { cards { guarantor { id library { cards { id } } } } } } }
}`;

eachDialect('requests', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await migrate(library, database);
    await seedLibrary(database);
  });

  const ask = (query: string, ...ids: readonly string[]): ReturnType<typeof executeOperation> =>
    executeOperation(library, database, {
      query,
      variables: { r: ids.map((id) => ({ __typename: 'Resident', id })) },
    });

  test('a resident that is referred to by id alone has its records all the same', async () => {
    expect(await ask(guarantors, 'resident-1')).toEqual({
      data: {
        _entities: [
          {
            library: {
              cards: [
                { guarantor: { id: 'resident-0', library: { cards: [{ id: 'C0A' }, { id: 'C0B' }] } } },
              ],
            },
          },
        ],
      },
    });
  });

  test('residents that are referred to cost the same statements, however many they are', async () => {
    const count = countStatements(database);
    await ask(guarantors, 'resident-1');
    const forOne = count.statements;
    count.reset();
    await ask(guarantors, ...Array.from({ length: 50 }, (_, index) => `resident-${index + 1}`));
    count.stop();
    expect(count.statements).toBe(forOne);
  });

  test('what two parents ask of one loader is one statement, whichever of them is loaded first', async () => {
    const byKey = (table: string, key: string) => rowByKey<object, string>(database, { table, key });
    const shared = defineSubgraph({
      ...libraryDefinition,
      extraRules: {},
      loaders: () => ({
        cards: byKey('CARD', 'CARD_NBR'),
        loans: byKey('LOAN', 'CARD_NBR'),
        links: byKey('resident_links', 'local_id'),
      }),
      resolvers: {
        ...libraryDefinition.resolvers,
        Query: {
          libraryBranches: async (_root, _values, { loaders }) => {
            await Promise.all([
              loaders.cards.load('C0A').then(() => loaders.links.load('C0A')),
              loaders.loans.load('C0B').then(() => loaders.links.load('C0B')),
            ]);
            return [];
          },
        },
        LibraryRecord: { cards: () => [], loans: () => null },
      },
    });
    const count = countStatements(database);
    await executeOperation(shared, database, { query: '{ libraryBranches }' });
    count.stop();
    expect(count.statements).toBe(3);
  });

  test('nothing that was loaded for one request is used for the next', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { library { cards { kind } } } } }';
    const kindOf = async (): Promise<unknown> => JSON.stringify((await ask(query, 'resident-4')).data);
    expect(await kindOf()).toContain('CHILD');
    await database('CARD').where('CARD_NBR', 'C4A').update({ KIND_CD: 99 });
    expect(await kindOf()).toContain('DATA_NOT_COLLECTED');
  });

  test('local ids that differ in case are different', async () => {
    await database('resident_links').insert({ resident_id: 'lower', local_id: 'c4a' });
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { library { cards { id } } } } }';
    expect((await ask(query, 'lower')).data).toEqual({ _entities: [{ library: { cards: [] } }] });
  });

  test('migrating once more does nothing', async () => {
    await expect(migrate(library, database)).resolves.toBeUndefined();
  });
});

describe('an agency that must not tell whom it knows', () => {
  const secretive = defineSubgraph({
    ...libraryDefinition,
    resolvers: {
      ...libraryDefinition.resolvers,
      Resident: { ...everyResident, library: (resident: LinkedResident) => resident },
    },
  });

  test('answers for every id that could have been issued as for one without records', async () => {
    const database = openDatabase('sqlite::memory:');
    await migrate(secretive, database);
    await database('resident_links').insert({ resident_id: 'linked', local_id: 'C1' });
    const ids = ['01JQZK5W8M3N7P9R2T4V6X8Y0A', 'linked', 'no-id-of-the-index'];
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Resident { id library { cards { id } } } } }';
    const variables = { r: ids.map((id) => ({ __typename: 'Resident', id })) };
    const { data } = await executeOperation(secretive, database, { query, variables });
    await database.destroy();
    const empty = { library: { cards: [] } };
    expect(data?.['_entities']).toEqual([{ id: ids[0], ...empty }, { id: 'linked', ...empty }, null]);
  });
});

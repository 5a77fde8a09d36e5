import { beforeAll, expect, test } from '@jest/globals';
import { rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';
import { countStatements, eachDialect } from '@resident-graph/subgraph-kit/testing';

interface PersonRow {
  readonly PERSON_ID: string;
  readonly RANK_NBR: number | null;
}

const byRank = [{ column: 'RANK_NBR', order: 'asc' }] as const;

eachDialect('loaders', (open, dialect) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.schema.createTable('PERSON', (table) => {
      table.string('PERSON_ID', 20).index();
      table.integer('RANK_NBR');
    });
    const rows = ['p1', 'p2', 'p2', 'p3', 'p3', 'p3'];
    await database('PERSON').insert(rows.map((PERSON_ID, index) => ({ PERSON_ID, RANK_NBR: index || null })));
  });

  test('one row by key: in the order of the keys, null where there is none, one statement', async () => {
    const loader = rowByKey<PersonRow, string>(database, { table: 'PERSON', key: 'PERSON_ID' });
    const count = countStatements(database);
    const rows = await loader.loadMany(['p2', 'none', 'p1', 'p2']);
    count.stop();
    expect(rows.map((row) => (row as PersonRow | null)?.PERSON_ID)).toEqual(['p2', undefined, 'p1', 'p2']);
    expect(count.statements).toBe(1);
  });

  test('one row by a numeric key, whether it is asked as number or text', async () => {
    const loader = rowByKey<PersonRow, string | number>(database, { table: 'PERSON', key: 'RANK_NBR' });
    const rows = await loader.loadMany([5, '4']);
    expect(rows).toEqual([
      expect.objectContaining({ RANK_NBR: 5 }),
      expect.objectContaining({ RANK_NBR: 4 }),
    ]);
  });

  test('many rows by key: in order, empty where there are none, one statement', async () => {
    const loader = rowsByKey<PersonRow, string>(database, {
      table: 'PERSON',
      key: 'PERSON_ID',
      orderBy: [{ column: 'RANK_NBR', order: 'desc' }],
    });
    const count = countStatements(database);
    const lists = await loader.loadMany(['p3', 'none', 'p2']);
    count.stop();
    expect(lists.map((list) => (list as PersonRow[]).map(({ RANK_NBR }) => RANK_NBR))).toEqual([
      [5, 4, 3],
      [],
      [2, 1],
    ]);
    expect(count.statements).toBe(1);
  });

  test.each(['asc', 'desc'] as const)('rows without a value come last in %s order', async (order) => {
    await database('PERSON').insert([
      { PERSON_ID: order, RANK_NBR: null },
      { PERSON_ID: order, RANK_NBR: 1 },
    ]);
    const loader = rowsByKey<PersonRow, string>(database, {
      table: 'PERSON',
      key: 'PERSON_ID',
      orderBy: [{ column: 'RANK_NBR', order }],
    });
    expect((await loader.load(order)).map(({ RANK_NBR }) => RANK_NBR)).toEqual([1, null]);
  });

  test('a list that is too long is an error of its own, and the others are whole', async () => {
    const options = { table: 'PERSON', key: 'PERSON_ID', orderBy: byRank, maximum: 2 };
    const [long, whole] = await rowsByKey<PersonRow, string>(database, options).loadMany(['p3', 'p2']);
    expect(long).toMatchObject({ extensions: { code: 'LIST_TOO_LONG' } });
    expect(whole).toHaveLength(2);
  });

  test('more keys than a statement takes are asked in several, and none is lost', async () => {
    const limit = dialect === 'sqlite' ? 32_000 : 65_000;
    const keys = [...Array.from({ length: limit }, (_, index) => `x${index}`), 'p1'];
    const loader = rowByKey<PersonRow, string>(database, { table: 'PERSON', key: 'PERSON_ID' });
    const count = countStatements(database);
    const rows = await loader.loadMany(keys);
    count.stop();
    expect(rows.filter((row) => row !== null)).toEqual([expect.objectContaining({ PERSON_ID: 'p1' })]);
    expect(rows.at(-1)).toMatchObject({ PERSON_ID: 'p1' });
    expect(count.statements).toBe(2);
  });

  test('an unknown column is an error that names table and column, and holds no key', async () => {
    const loader = rowByKey<PersonRow, string>(database, { table: 'PERSON', key: 'NO_SUCH_COLUMN' });
    const error = await loader.load('a-secret').catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ name: 'LoaderError', table: 'PERSON', columns: ['NO_SUCH_COLUMN'] });
    const { message, cause } = error as Error;
    expect(message + (cause as Error).message).not.toContain('a-secret');
  });
});

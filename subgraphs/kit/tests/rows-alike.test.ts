import { beforeAll, expect, test } from '@jest/globals';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';

eachDialect('rows', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.schema.createTable('THING', (table) => {
      table.integer('ID').primary();
      table.date('DAY_DT');
      table.datetime('SEEN_TS', { precision: 3 });
      table.datetime('ZONELESS_TS', { precision: 3, useTz: false });
      table.decimal('AMOUNT', 12, 2);
      table.bigInteger('COUNT_NBR');
      table.string('NOTE_TXT', 100);
    });
  });

  const written = async (row: Readonly<Record<string, unknown>>): Promise<unknown> => {
    await database('THING').delete();
    await database.transaction((transaction) => transaction('THING').insert({ ID: 1, ...row }));
    return database('THING').first(Object.keys(row));
  };

  test('a day stays a day', async () => {
    expect(await written({ DAY_DT: '2026-03-29' })).toEqual({ DAY_DT: '2026-03-29' });
  });

  test.each([
    ['2026-03-29T01:30:00Z', '2026-03-29T01:30:00Z'],
    ['2026-03-29T01:30:00.250Z', '2026-03-29T01:30:00.25Z'],
    ['2026-03-29 01:30:00', '2026-03-29T01:30:00Z'],
    [new Date('2026-03-29T01:30:00.000Z'), '2026-03-29T01:30:00Z'],
  ])('an instant written as %p is read in the form of RFC 3339 in UTC', async (instant, read) => {
    for (const column of ['SEEN_TS', 'ZONELESS_TS']) {
      const row = (await written({ [column]: instant })) as Readonly<Record<string, string>>;
      expect(new Date(row[column] ?? '')).toEqual(new Date(read));
      expect(row[column]).toMatch(/T.*Z$/);
    }
  });

  test('a large number is exact', async () => {
    expect(await written({ COUNT_NBR: 9_007_199_254_740_991 })).toEqual({ COUNT_NBR: 9_007_199_254_740_991 });
  });

  test('an amount has its cents', async () => {
    const row = (await written({ AMOUNT: '1234.50' })) as { AMOUNT: string | number };
    expect(Number(row.AMOUNT)).toBe(1234.5);
  });

  test('a text that resembles an instant but is none stays as it is', async () => {
    const note = '2026-03-29 01:30 called, no answer';
    expect(await written({ NOTE_TXT: note })).toEqual({ NOTE_TXT: note });
  });
});

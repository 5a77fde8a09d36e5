import { beforeAll, expect, test } from '@jest/globals';
import type { Database } from '@resident-graph/subgraph-kit';
import { eachDialect } from '@resident-graph/subgraph-kit/testing';
import * as fc from 'fast-check';

import { searchKeys } from '../src/search/index.ts';

const letters = fc.string({
  unit: fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 '’`.,-#/áÉñÖłŠžÝİđ")),
  maxLength: 24,
});

eachDialect('search keys', (open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.schema.createTable('texts', (table) => void table.string('text_column', 120));
  });

  test('the database derives the keys that a question is put with', async () => {
    const texts = fc.sample(letters, { numRuns: 200, seed: 7 });
    await database('texts').insert(texts.map((text) => ({ text_column: text })));
    for (const key of Object.values(searchKeys)) {
      const rows = await database('texts').select('text_column', {
        derived: database.raw(key.sql('text_column')),
      });
      const wrong = rows.filter(({ text_column, derived }) => derived !== key.of(text_column));
      expect(wrong).toEqual([]);
    }
  });
});

test.each([
  ['Smith', 'Smyth'],
  ['Catherine', 'Kathryn'],
  ['Johnson', 'Jonson'],
  ['Garrett', 'Garet'],
])('%s and %s sound alike', (one, other) => {
  expect(searchKeys.sound.of(one)).toBe(searchKeys.sound.of(other));
});

test('an address line reads the same with its street suffix spelt out', () => {
  expect(searchKeys.address.of('12 Harbor Street')).toBe(searchKeys.address.of('12 HARBOR ST.'));
});

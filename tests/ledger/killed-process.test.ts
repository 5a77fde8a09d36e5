import { expect, test } from '@jest/globals';

import { killWriter } from '../../scripts/ledger/index.ts';

test('a process that is killed while it appends leaves everything that it acknowledged, once', async () => {
  const figures = await killWriter(3, 300);
  expect(figures).toMatchObject({ kills: 3, lost: 0, doubled: 0, broken: 0 });
  expect(figures.acknowledged).toBeGreaterThan(0);
  expect(figures.records).toBeGreaterThanOrEqual(figures.acknowledged);
});

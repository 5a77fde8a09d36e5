import { expect, test } from '@jest/globals';

import { countUses } from '../../src/ledger/reading/index.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import type { TestLedger } from './world/test-ledger.ts';
import { decision, testLedger } from './world/test-ledger.ts';

const question = {
  provider: 'housing',
  since: new Date('2026-06-01T00:00:00Z'),
  until: new Date('2026-07-01T00:00:00Z'),
};
const hour = 3_600_000;

/** Of what is different in kind: terms, persons, purposes and days. */
async function disclosed(world: TestLedger, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    world.clock.now = new Date(Date.UTC(2026, 5, 1) + number * 5 * hour);
    const outcome = number % 5 === 0 ? ('deny' as const) : ('permit' as const);
    // oxlint-disable-next-line no-await-in-loop -- an operation each
    await world.disclose({
      residentId: `R-${number % 4}`,
      caller: { subject: `caseworker-${number % 7}` },
      purposeOfUse: number % 2 === 0 ? 'TREAT' : 'AUDIT',
      decisions: [decision(`category-${number % 6}`, 'housing', { outcome }), decision('other', 'clinics')],
    });
  }
  await world.ledger.settled();
}

eachDatabase('what an agency is told of the uses of its data', (newDatabase) => {
  test('is the same however little the database may give at a time', async () => {
    await using world = await testLedger(await newDatabase());
    const { database } = world.ledger;
    await disclosed(world, 60);
    const counted = await countUses(database, question);
    expect(counted.subjects.reduce((sum, { shown, withheld }) => sum + shown + withheld, 0)).toBe(60);
    expect(counted.fields).toEqual([{ name: 'Resident.housing', shown: 48, withheld: 12 }]);
    expect(counted.days.length).toBeGreaterThan(10);
    let longest = 0;
    database.on('query-response', (response: unknown) => {
      longest = Math.max(longest, Array.isArray(response) ? response.length : 0);
    });
    for (const terms of [1, 2, 50])
      expect(await countUses(database, question, { terms, rows: 3, all: 1000 })).toEqual(counted);
    // Those of terms are the longest lists then.
    expect(longest).toBeLessThanOrEqual(12);
  });

  test('is an error, and no part of it, where there is more than is counted at once', async () => {
    await using world = await testLedger(await newDatabase());
    await disclosed(world, 20);
    const { database } = world.ledger;
    const tooMuch = { code: 'BAD_USER_INPUT', message: expect.stringContaining('shorter time') };
    const few = countUses(database, question, { terms: 100, rows: 100, all: 19 });
    await expect(few).rejects.toMatchObject(tooMuch);
    world.clock.now = new Date('2026-06-20T00:00:00.000Z');
    for (const subject of ['one', 'two', 'three'])
      await world.disclose({ residentId: 'ANN', caller: { subject } });
    await world.ledger.settled();
    const atOnce = countUses(database, question, { terms: 100, rows: 2, all: 1000 });
    await expect(atOnce).rejects.toMatchObject(tooMuch);
  });
});

import { expect, test } from '@jest/globals';

import { eachDatabase } from '../governance/world/each-database.ts';
import type { MemoryLog } from './world/memory-log.ts';
import { memoryLog } from './world/memory-log.ts';
import type { TestLedger } from './world/test-ledger.ts';
import { testLedger } from './world/test-ledger.ts';

const failed = { type: 'sign-in-failed', code: 'UNAUTHENTICATED', count: 1 } as const;

eachDatabase('an index that is behind its log', (newDatabase) => {
  test('catches up while entries keep coming, and reads the log once', async () => {
    const log = await logOf(20, await newDatabase());
    const reads: number[] = [];
    let reading: TestLedger | undefined;
    const watched = Object.create(log, {
      readFrom: {
        value: async function* (sequence: number) {
          reads.push(sequence);
          for await (const entry of log.readFrom(sequence)) {
            await reading?.ledger.recorder.happened(failed);
            yield entry;
          }
        },
      },
    }) as MemoryLog;
    await using world = await testLedger(await newDatabase(), watched);
    reading = world;
    await world.ledger.settled();
    await world.ledger.recorder.happened(failed);
    await world.ledger.settled();
    expect(reads).toEqual([0]);
    expect(log.size).toBe(41);
    expect(await world.ledger.database('ledger_acts').select('sequence')).toHaveLength(41);
  });
});

eachDatabase('an index that has more than its log', (newDatabase) => {
  test('is not used: what comes would be taken for what is there', async () => {
    const url = await newDatabase();
    const replaced = await logOf(3, url);
    await expect(testLedger(url)).rejects.toMatchObject({
      code: 'LEDGER_UNUSABLE',
      message: expect.stringContaining('check-ledger-index --rebuild'),
    });
    await using world = await testLedger(url, replaced);
    await world.ledger.settled();
  });
});

/** A log with so many entries that are about nobody. */
async function logOf(entries: number, database: string): Promise<MemoryLog> {
  await using world = await testLedger(database);
  for (let count = 0; count < entries; count += 1) {
    // oxlint-disable-next-line no-await-in-loop -- an operation each
    await world.ledger.recorder.happened(failed);
  }
  return memoryLog(world.kept.entries);
}

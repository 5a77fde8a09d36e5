import { expect, test } from '@jest/globals';

import { rebuildIndex } from '../../src/ledger/index.ts';
import type { SequencedEntry } from '../../src/ledger/log/index.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import type { MemoryLog } from './world/memory-log.ts';
import { memoryLog } from './world/memory-log.ts';
import { residentsIn } from './world/residents-in.ts';
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

eachDatabase('an index that is made anew', (newDatabase) => {
  test('is left as it is where the log from which it would be made cannot be read to its end', async () => {
    await using world = await testLedger(await newDatabase());
    for (const residentId of ['ANN', 'BOB']) await world.disclose({ residentId });
    await world.ledger.settled();
    const { database, keys } = world.ledger;
    async function* readFrom(sequence: number): AsyncGenerator<SequencedEntry> {
      for await (const one of world.kept.readFrom(sequence)) {
        if (one.sequence === world.kept.size - 1) throw new Error('The segment is damaged.');
        yield one;
      }
    }
    const rebuilt = rebuildIndex({ database, keys, ledger: { readFrom }, name: 'test' });
    await expect(rebuilt).rejects.toThrow('damaged');
    expect(await residentsIn(database)).toEqual(['ANN', 'BOB']);
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

import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import { entries, entry, openTestLog, readAll, testFolder, textsOf, verify } from './fixtures/test-log.ts';

describe('the log', () => {
  test('gives entries their sequences and reads them back in order', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    expect(await log.append([entry(0)])).toBe(0);
    expect(await log.append(entries(1, 3))).toBe(1);
    expect(await readAll(log)).toEqual(textsOf(entries(0, 4)));
    expect(await readAll(log, 2)).toEqual(textsOf(entries(2, 2)));
    await log.close();
  });

  test('has everything after it was opened again, however it was batched', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }), { maxLength: 6 }),
        async (sessions) => {
          await using folder = await testFolder();
          let next = 0;
          for (const groups of sessions) {
            const log = await openTestLog(folder.path, { segmentBytes: 600 });
            const from = next;
            const sequences = await Promise.all(
              groups.map(async (count) => {
                const first = next;
                next += count;
                return log.append(entries(first, count));
              }),
            );
            expect(sequences).toEqual(
              groups.map((_, index) => groups.slice(0, index).reduce((sum, one) => sum + one, from)),
            );
            expect(await readAll(log)).toEqual(textsOf(entries(0, next)));
            await log.close();
          }
          if (sessions.length > 0)
            expect(await verify(folder.path)).toMatchObject({ records: next, uncovered: 0, problems: [] });
        },
      ),
      { numRuns: 12 },
    );
  });

  test('shares one sync among those that wait', async () => {
    await using folder = await testFolder();
    const { fickleFileSystem } = await import('./fixtures/fickle-file-system.ts');
    const { fileSystem, mood } = fickleFileSystem();
    const log = await openTestLog(folder.path, { fileSystem });
    await log.append([entry(0)]);
    const before = mood.synchronized;
    await Promise.all(entries(1, 200).map(async (one) => log.append([one])));
    expect(mood.synchronized - before).toBeLessThanOrEqual(2);
    await log.close();
  });

  test('refuses an entry that is empty or too long, and stays as it was', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    await expect(log.append([])).rejects.toThrow(RangeError);
    await expect(log.append([Buffer.alloc(0)])).rejects.toThrow(RangeError);
    await expect(log.append([Buffer.alloc(65_536)])).rejects.toThrow(RangeError);
    expect(await log.append([Buffer.alloc(65_535, 'x')])).toBe(0);
    await log.close();
  });

  test('lets no second writer into its folder, and takes over from one that is gone', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    await expect(openTestLog(folder.path)).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
    await log.close();
    const again = await openTestLog(folder.path);
    await again.close();
    await expect(again.append([entry(0)])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });

  test('is not opened by another key', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    await log.append([entry(0)]);
    await log.close();
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('ed25519');
    await expect(openTestLog(folder.path, { signingKey: privateKey })).rejects.toMatchObject({
      code: 'LEDGER_UNUSABLE',
    });
  });
});

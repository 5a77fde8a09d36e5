import { describe, expect, test } from '@jest/globals';
import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';

import { copyLog, crashedLog } from './fixtures/crashed-log.ts';
import { entries, entry, openTestLog, readAll, testFolder, textsOf, verify } from './fixtures/test-log.ts';

const unusable = { code: 'LEDGER_UNUSABLE' };

describe('after a crash', () => {
  test('what was cut anywhere behind the checkpoint leaves a beginning of it, which goes on', async () => {
    await using folder = await testFolder();
    const crashed = await crashedLog(folder.path, 3, [5, 1, 4]);
    const whole = await readFile(crashed.segment);
    const directory = join(folder.path, 'cut');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length }), async (length) => {
        await copyLog(crashed.directory, directory);
        await truncate(crashed.segment.replace(crashed.directory, directory), length);
        const opened = await openTestLog(directory).catch((error: unknown) => error);
        if (opened instanceof Error) {
          // Below what is signed nothing may be missing.
          expect(opened).toMatchObject(unusable);
          expect(length).toBeLessThan(600);
        } else {
          const log = opened as Awaited<ReturnType<typeof openTestLog>>;
          const { size } = log;
          expect(size).toBeGreaterThanOrEqual(crashed.covered);
          expect(await readAll(log)).toEqual(textsOf(entries(0, size)));
          expect(await log.append([entry(size)])).toBe(size);
          await log.close();
          expect(await verify(directory)).toMatchObject({ records: size + 1, problems: [] });
        }
        await rm(directory, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });

  test('a byte that changed anywhere costs at most what the last batch had, or the log is refused', async () => {
    await using folder = await testFolder();
    const crashed = await crashedLog(folder.path, 3, [5, 1, 4]);
    const whole = await readFile(crashed.segment);
    const directory = join(folder.path, 'changed');
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, bits) => {
          await copyLog(crashed.directory, directory);
          await writeFile(
            crashed.segment.replace(crashed.directory, directory),
            whole.with(at, (whole[at] ?? 0) ^ bits),
          );
          const opened = await openTestLog(directory).catch((error: unknown) => error);
          if (opened instanceof Error) {
            outcomes.add('refused');
            expect(opened).toMatchObject({ ...unusable, place: expect.stringContaining(directory) });
          } else {
            outcomes.add('cut');
            const log = opened as Awaited<ReturnType<typeof openTestLog>>;
            expect(log.size).toBeGreaterThanOrEqual(crashed.size - 4);
            expect(log.size).toBeLessThan(crashed.size);
            expect(await readAll(log)).toEqual(textsOf(entries(0, log.size)));
            await log.close();
          }
          await rm(directory, { recursive: true });
        },
      ),
      { numRuns: 60 },
    );
    expect([...outcomes].sort()).toEqual(['cut', 'refused']);
  });

  test('what is cut off is kept aside', async () => {
    await using folder = await testFolder();
    const { directory, segment } = await crashedLog(folder.path, 3, [2]);
    const { length } = await readFile(segment);
    await truncate(segment, length - 5);
    await (await openTestLog(directory)).close();
    const [name = ''] = await readdir(join(directory, 'torn'));
    expect((await readFile(join(directory, 'torn', name))).length).toBeGreaterThan(5);
  });

  test('entries of one operation are there all or not at all', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(join(folder.path, 'live'), { segmentBytes: 1_000_000 });
    await log.append([entry(0)]);
    await log.publish();
    await log.append(entries(1, 5));
    const directory = join(folder.path, 'crashed');
    await copyLog(join(folder.path, 'live'), directory);
    await log.close();
    const segment = join(directory, 'segments', '0000000000000000.segment');
    await truncate(segment, (await readFile(segment)).length - 40);
    const again = await openTestLog(directory);
    expect(again.size).toBe(1);
    await again.close();
  });

  test('the tree is taken up from tiles, and made anew where they are gone or altered', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path, { segmentBytes: 10_000 });
    for (let from = 0; from < 1500; from += 10) await log.append(entries(from, 10));
    await log.close();
    const root = Buffer.from(log.checkpoint.root);
    const warnings: string[] = [];
    const warn = (text: string): void => void warnings.push(text);
    const reopen = async (): Promise<void> => {
      const again = await openTestLog(folder.path, {
        segmentBytes: 10_000,
        log: { debug: warn, info: warn, warn, error: warn },
      });
      expect(Buffer.from(again.checkpoint.root)).toEqual(root);
      await again.close();
      expect(await verify(folder.path)).toMatchObject({ records: 1500, problems: [] });
    };
    await reopen();
    expect(warnings).toEqual([]);
    await rm(join(folder.path, 'tile'), { recursive: true });
    await reopen();
    expect(warnings).toHaveLength(1);
    const tile = join(folder.path, 'tile/1/000.p/5');
    await writeFile(tile, (await readFile(tile)).fill(0, 0, 9));
    await reopen();
    expect(warnings).toHaveLength(2);
  });

  test('a segment that is missing, or stands for another, is refused', async () => {
    await using folder = await testFolder();
    const { directory } = await crashedLog(folder.path, 200, [5], 3000);
    const names = (await readdir(join(directory, 'segments'))).sort();
    const [first = '', , , last = ''] = [...names.slice(0, 3), names.at(-1)];
    const path = (name: string): string => join(directory, 'segments', name);
    await rename(path(last), path('aside'));
    await expect(openTestLog(directory)).rejects.toMatchObject(unusable);
    await copyFile(path(first), path(last));
    await expect(openTestLog(directory)).rejects.toMatchObject(unusable);
    await rename(path('aside'), path(last));
    await (await openTestLog(directory)).close();
  });

  test('a checkpoint that is older than one that was kept is refused', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    await log.append([entry(0)]);
    const { note } = await log.publish();
    await log.append([entry(1)]);
    await log.close();
    await writeFile(join(folder.path, 'checkpoint'), note);
    await expect(openTestLog(folder.path)).rejects.toMatchObject(unusable);
  });
});

import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { logFolder, nodeFileSystem } from '../../src/ledger/index.ts';
import { entries, openTestLog, testFolder } from './log/fixtures/test-log.ts';

/** Segments of a log with several, the first of which is what a test makes of it. */
async function read(change: (segments: readonly string[]) => Promise<void>): Promise<number> {
  await using folder = await testFolder();
  const log = await openTestLog(folder.path, { segmentBytes: 2000 });
  for (let from = 0; from < 100; from += 5) await log.append(entries(from, 5));
  await log.close();
  const directory = join(folder.path, 'segments');
  const names = (await readdir(directory)).toSorted((one, other) => (one < other ? -1 : 1));
  expect(names.length).toBeGreaterThan(3);
  await change(names.map((name) => join(directory, name)));
  let count = 0;
  for await (const { sequence } of logFolder(nodeFileSystem, folder.path).readFrom(0)) {
    expect(sequence).toBe(count);
    count += 1;
  }
  return count;
}

async function flip(path: string, place: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

const unusable = { code: 'LEDGER_UNUSABLE', place: expect.stringMatching(/\.segment:\d+$/) };

describe('the files of a log', () => {
  test('are read whole', async () => {
    expect(await read(async () => undefined)).toBe(100);
  });

  test('are read up to what is only being written', async () => {
    const torn = read(async (segments) => {
      const last = segments.at(-1) ?? '';
      await truncate(last, (await readFile(last)).length - 3);
    });
    expect(await torn).toBe(95);
  });

  test.each([0, 10])(
    'are read where of the last segment only %d bytes of its header are there',
    async (length) => {
      let begins = 0;
      const begun = read(async (segments) => {
        const last = segments.at(-1) ?? '';
        begins = Number(basename(last, '.segment'));
        await truncate(last, length);
      });
      expect(await begun).toBe(begins);
      expect(begins).toBeGreaterThan(0);
    },
  );

  test('are read as far as they went at the beginning while the gateway goes on writing', async () => {
    await using folder = await testFolder();
    const log = await openTestLog(folder.path);
    await log.append(entries(0, 5));
    let count = 0;
    for await (const _ of logFolder(nodeFileSystem, folder.path).readFrom(0)) {
      count += 1;
      await log.append(entries(5, 5));
    }
    expect(count).toBe(5);
    await log.close();
  });

  test.each([
    ['a bit is flipped in an entry of the first segment', async ([first = '']) => flip(first, 200)],
    ['a bit is flipped in a frame of the first segment', async ([first = '']) => flip(first, 113)],
    ['the last segment has more behind what is damaged', async (all) => flip(all.at(-1) ?? '', 200)],
    ['the first segment is cut off', async ([first = '']) => truncate(first, 400)],
    ['the first segment is missing', async ([first = '']) => rm(first)],
    ['a segment is missing between others', async ([, second = '']) => rm(second)],
  ] as readonly (readonly [string, (segments: readonly string[]) => Promise<void>])[])(
    'are refused where %s, and nothing is left out',
    async (_, change) => {
      await expect(read(change)).rejects.toMatchObject(unusable);
    },
  );
});

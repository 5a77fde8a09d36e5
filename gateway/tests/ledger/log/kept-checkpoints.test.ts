import { describe, expect, test } from '@jest/globals';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';

import type { FileSystem } from '../../../src/ledger/log/index.ts';
import { nodeFileSystem, readKeptCheckpoints } from '../../../src/ledger/log/index.ts';
import { copyLog } from './fixtures/crashed-log.ts';
import { entry, openTestLog, testFolder, verify } from './fixtures/test-log.ts';

/** A log with three kept checkpoints, of 1, 2 and 3 entries and its end, all of one day. */
async function logOfThree(directory: string): Promise<{ readonly first: string; readonly file: string }> {
  const log = await openTestLog(directory);
  await log.append([entry(0)]);
  const { note: first } = await log.publish();
  for (const number of [1, 2]) {
    await log.append([entry(number)]);
    await log.publish();
  }
  await log.close();
  const [name = ''] = await readdir(join(directory, 'checkpoints'));
  return { first, file: join(directory, 'checkpoints', name) };
}

/** The operating system's files, of which it is written down which are read and how much is written to each. */
function watchedFileSystem(): {
  readonly fileSystem: FileSystem;
  readonly read: string[];
  readonly written: Map<string, number>;
} {
  const read: string[] = [];
  const written = new Map<string, number>();
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    readFile: async (path) => {
      read.push(basename(path));
      return nodeFileSystem.readFile(path);
    },
    open: async (path, access) => {
      const file = await nodeFileSystem.open(path, access);
      return {
        ...file,
        write: async (bytes, position) => {
          written.set(basename(path), (written.get(basename(path)) ?? 0) + bytes.length);
          await file.write(bytes, position);
        },
      };
    },
  };
  return { fileSystem, read, written };
}

const refused = { code: 'LEDGER_UNUSABLE' };

describe('kept checkpoints', () => {
  test('of years cost a start no more than those of a day', async () => {
    await using folder = await testFolder();
    const { file } = await logOfThree(folder.path);
    const notes = await readFile(file);
    for (let day = 10; day < 30; day += 1)
      await writeFile(join(folder.path, 'checkpoints', `2020-01-${day}.notes`), notes);
    const { fileSystem, read } = watchedFileSystem();
    await (await openTestLog(folder.path, { fileSystem })).close();
    expect(new Set(read.filter((name) => name.endsWith('.notes')))).toEqual(new Set([basename(file)]));
  });

  test('are added to without being written again', async () => {
    await using folder = await testFolder();
    const { file } = await logOfThree(folder.path);
    const before = (await readFile(file)).length;
    const { fileSystem, written } = watchedFileSystem();
    const log = await openTestLog(folder.path, { fileSystem });
    for (let number = 3; number < 23; number += 1) {
      await log.append([entry(number)]);
      await log.publish();
    }
    await log.close();
    const after = (await readFile(file)).length;
    expect(written.get(basename(file))).toBe(after - before);
    expect(await verify(folder.path)).toMatchObject({ records: 23, problems: [] });
  });

  test('that were cut short anywhere neither stop a start nor hide that the newest was put back', async () => {
    await using folder = await testFolder();
    const live = join(folder.path, 'live');
    const { first, file } = await logOfThree(live);
    const whole = (await readFile(file)).toString();
    const second = Buffer.byteLength(whole.slice(0, whole.indexOf('\n\n', whole.indexOf('\n2\n') + 60) + 2));
    const length = Buffer.byteLength(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: length }), async (at) => {
        await using copies = await testFolder();
        const [cut, putBack] = [join(copies.path, 'cut'), join(copies.path, 'put-back')];
        for (const directory of [cut, putBack]) {
          await copyLog(live, directory);
          await truncate(join(directory, 'checkpoints', basename(file)), at);
        }
        await (await openTestLog(cut)).close();
        expect(await verify(cut)).toMatchObject({ records: 3, problems: [] });
        await writeFile(join(putBack, 'checkpoint'), first);
        if (at >= second) await expect(openTestLog(putBack)).rejects.toMatchObject(refused);
      }),
      { numRuns: 30 },
    );
  });

  test('of the day before count where the newest file has none', async () => {
    await using folder = await testFolder();
    const { first } = await logOfThree(folder.path);
    await writeFile(join(folder.path, 'checkpoints', '9999-01-01.notes'), first.slice(0, 60));
    await writeFile(join(folder.path, 'checkpoint'), first);
    await expect(openTestLog(folder.path)).rejects.toMatchObject(refused);
  });

  test('go on after one that a crash cut short', async () => {
    await using folder = await testFolder();
    const { file } = await logOfThree(folder.path);
    await truncate(file, (await readFile(file)).length - 30);
    await (await openTestLog(folder.path)).close();
    const sizes: string[] = [];
    for await (const { notes } of readKeptCheckpoints(nodeFileSystem, folder.path))
      sizes.push(...notes.map((note) => note.split('\n')[1] ?? ''));
    expect(sizes.slice(-2)).toEqual(['3', '3']);
    expect(await verify(folder.path)).toMatchObject({ records: 3, problems: [] });
  });
});

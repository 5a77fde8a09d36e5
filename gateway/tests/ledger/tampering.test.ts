import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { crashedLog } from './log/fixtures/crashed-log.ts';
import { openTestLog, entry, entries, testFolder, verify } from './log/fixtures/test-log.ts';

const count = 700;
let original = '';
/** Of 300 entries. */
let earlierNote = '';

beforeAll(async () => {
  original = await mkdtemp(join(tmpdir(), 'ledger-'));
  const log = await openTestLog(original, { segmentBytes: 1_000_000 });
  for (const one of entries(0, 300)) await log.append([one]);
  earlierNote = (await log.publish()).note;
  for (const one of entries(300, count - 300)) await log.append([one]);
  await log.close();
});

afterAll(async () => rm(original, { recursive: true }));

/** The bytes of the frames of one entry each, and the header before them. */
async function framesOf(segment: string): Promise<{ readonly header: Buffer; readonly frames: Buffer[] }> {
  const bytes = await readFile(segment);
  const header = bytes.subarray(0, 112);
  const frames: Buffer[] = [];
  for (let at = 112; at < bytes.length;) {
    const end = at + 36 + bytes.readUInt32BE(at + 4) + 32;
    frames.push(bytes.subarray(at, end));
    at = end;
  }
  return { header, frames };
}

/** Does something to a copy of the ledger, and verifies it. */
async function tamper(
  change: (frames: Buffer[], directory: string) => Promise<Buffer[] | void> | Buffer[] | void,
) {
  await using folder = await testFolder();
  const directory = join(folder.path, 'copy');
  await cp(original, directory, { recursive: true });
  const [name = ''] = await readdir(join(directory, 'segments'));
  const segment = join(directory, 'segments', name);
  const { header, frames } = await framesOf(segment);
  const changed = await change(frames, directory);
  if (changed) await writeFile(segment, Buffer.concat([header, ...changed]));
  const { problems } = await verify(directory);
  return { first: problems[0], codes: problems.map(({ code }) => code) };
}

/** Frames as they would be had these entries been written: a forger who knows the format, but has no key. */
async function forge(
  all: readonly Buffer[],
): Promise<{ readonly frames: Buffer[]; readonly directory: string } & AsyncDisposable> {
  const folder = await testFolder();
  const log = await openTestLog(folder.path, { segmentBytes: 1_000_000 });
  for (const one of all) await log.append([one]);
  await log.close();
  const { frames } = await framesOf(join(folder.path, 'segments', '0000000000000000.segment'));
  return { frames, directory: folder.path, [Symbol.asyncDispose]: folder[Symbol.asyncDispose] };
}

describe('verify-ledger names', () => {
  test('nothing in a ledger as it was written', async () => {
    expect(await verify(original)).toMatchObject({
      records: count,
      checkpoints: 4,
      uncovered: 0,
      problems: [],
    });
  });

  test('nothing in a ledger whose process was killed, but says what no checkpoint covers yet', async () => {
    await using folder = await testFolder();
    const { directory, segment } = await crashedLog(folder.path, 3, [5]);
    await truncate(segment, (await readFile(segment)).length - 7);
    expect(await verify(directory)).toMatchObject({ records: 7, uncovered: 4, problems: [] });
  });

  test('a record behind the checkpoint that was altered with its checksum: the chain does not fit it', async () => {
    await using folder = await testFolder();
    const { directory, segment } = await crashedLog(folder.path, 3, [1, 1, 1]);
    const { header, frames } = await framesOf(segment);
    const [frame = Buffer.of()] = frames.slice(4);
    frame.writeUInt8(frame.readUInt8(50) ^ 1, 50);
    frame.writeUInt32BE(crc32(frame.subarray(36, -32)), 28);
    frame.writeUInt32BE(crc32(frame.subarray(0, 32)), 32);
    await writeFile(segment, Buffer.concat([header, ...frames]));
    const { problems } = await verify(directory);
    expect(problems).toMatchObject([{ code: 'CHAIN_BROKEN', sequence: 4 }]);
    await expect(openTestLog(directory)).rejects.toMatchObject({ code: 'LEDGER_UNUSABLE' });
  });

  test.each([0, 17, 255, 256, 699])('a bit that was flipped in record %d', async (place) => {
    const { first, codes } = await tamper((frames) => {
      const frame = frames[place];
      frame?.writeUInt8(frame.readUInt8(50) ^ 1, 50);
      return frames;
    });
    expect(first).toMatchObject({ code: 'RECORD_ALTERED', sequence: place });
    expect(codes).toContain('CHECKSUM_WRONG');
  });

  test.each([0, 17, 300, 699])('record %d that was removed', async (place) => {
    const { first } = await tamper((frames) => frames.toSpliced(place, 1));
    if (place === 699) expect(first).toMatchObject({ code: 'LOG_TRUNCATED', sequence: 699 });
    else expect(first).toMatchObject({ code: 'RECORD_REMOVED', sequence: place });
  });

  test.each([5, 255, 650])('record %d that was swapped with the next', async (place) => {
    const { first, codes } = await tamper((frames) =>
      frames.toSpliced(place, 2, ...frames.slice(place, place + 2).toReversed()),
    );
    expect(first).toMatchObject({
      code: 'RECORDS_SWAPPED',
      sequence: place,
      message: `Records ${place} and ${place + 1} are swapped.`,
    });
    expect(codes).toContain('SEQUENCE_BROKEN');
  });

  test.each([0, 17, 699])('a record that was inserted before record %d', async (place) => {
    await using forged = await forge([...entries(0, place), Buffer.from('{"forged":true}')]);
    const { first } = await tamper((frames) =>
      frames.toSpliced(place, 0, forged.frames.at(-1) ?? Buffer.of()),
    );
    expect(first).toMatchObject({ code: 'RECORD_INSERTED', sequence: place });
  });

  test('a record that was altered, though checksums and chain were computed again', async () => {
    await using forged = await forge(entries(0, count).with(42, entry(1000)));
    const { first, codes } = await tamper(() => forged.frames);
    expect(first).toMatchObject({ code: 'RECORD_ALTERED', sequence: 42 });
    expect(codes).toEqual(['RECORD_ALTERED']);
  });

  test('the stretch in which a record was altered, though all tiles were computed again too', async () => {
    await using forged = await forge(entries(0, count).with(420, entry(1000)));
    const { first } = await tamper(async (_, directory) => {
      for (const part of ['tile', 'segments'])
        await cp(join(forged.directory, part), join(directory, part), { recursive: true });
    });
    expect(first).toMatchObject({ code: 'ROOT_DIFFERS', sequence: 300 });
  });

  test('how much was cut off at the end', async () => {
    const { first } = await tamper((frames) => frames.slice(0, 650));
    expect(first).toMatchObject({ code: 'LOG_TRUNCATED', sequence: 650 });
  });

  test('a frame that was cut through', async () => {
    const { codes } = await tamper(async (_, directory) => {
      const segment = join(directory, 'segments', '0000000000000000.segment');
      await truncate(segment, (await readFile(segment)).length - 7);
    });
    expect(codes).toEqual(['LOG_TRUNCATED', 'FRAME_DAMAGED']);
  });

  test('an old checkpoint that was put in the place of the newest', async () => {
    const { codes } = await tamper(async (_, directory) =>
      writeFile(join(directory, 'checkpoint'), earlierNote),
    );
    expect(codes).toEqual(['CHECKPOINT_REPLAYED']);
  });

  test('a checkpoint that another key has signed', async () => {
    await using other = await testFolder();
    const { generateKeyPairSync } = await import('node:crypto');
    const log = await openTestLog(other.path, { signingKey: generateKeyPairSync('ed25519').privateKey });
    await log.close();
    const { codes } = await tamper(async (_, directory) =>
      writeFile(join(directory, 'checkpoint'), log.checkpoint.note),
    );
    expect(codes).toContain('CHECKPOINT_NOT_SIGNED');
  });

  test('a tile and a bundle that were altered though the records stand', async () => {
    const { codes, first } = await tamper(async (_, directory) => {
      for (const file of ['tile/0/001', 'tile/entries/001']) {
        const bytes = await readFile(join(directory, file));
        await writeFile(join(directory, file), bytes.with(40, (bytes[40] ?? 0) ^ 1));
      }
    });
    expect(codes).toEqual(['TILE_ALTERED', 'TILE_ALTERED']);
    expect(first).toMatchObject({ sequence: 257 });
  });

  test('a fork and a roll-back, by a checkpoint that was kept elsewhere', async () => {
    await using forked = await forge(entries(0, count).with(3, entry(1000)));
    const note = (await readFile(join(original, 'checkpoint'))).toString();
    const known = [{ file: 'kept by a witness', note }];
    const fork = await verify(forked.directory, { known });
    expect(fork.problems.map(({ code }) => code)).toEqual(['LOG_FORKED']);
    await using earlier = await forge(entries(0, 300));
    const rolledBack = await verify(earlier.directory, { known });
    expect(rolledBack.problems.map(({ code }) => code)).toEqual(['LOG_ROLLED_BACK']);
    expect((await verify(original, { known })).problems).toEqual([]);
  });
});

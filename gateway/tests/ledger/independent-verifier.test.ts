import { describe, expect, test } from '@jest/globals';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';

import { formatVerifierKey } from '../../src/ledger/notes/index.ts';
import { copyLog } from './log/fixtures/crashed-log.ts';
import { entries, logKey, openTestLog, testFolder, verify } from './log/fixtures/test-log.ts';
import { verifyIndependently } from './independent-verifier.ts';
import { startTestWitness } from './witness/fixtures/test-witness.ts';

const key = formatVerifierKey(logKey);

describe('the second verifier', () => {
  test('finds sound what the first finds sound, cosignatures included', async () => {
    await using folder = await testFolder();
    await using witness = await startTestWitness('one');
    const log = await openTestLog(folder.path, { segmentBytes: 5000, witnesses: [witness.address] });
    for (let from = 0; from < 600; from += 3) await log.append(entries(from, 3));
    await log.close();
    const { verifierKey } = witness.address;
    expect(verifyIndependently(folder.path, key, [verifierKey])).toEqual({ records: 600, cosignatures: 1 });
    const { problems, records, cosignatures } = await verify(folder.path, {
      witnessKeys: [witness.key],
      quorum: 1,
    });
    expect({ problems, records, cosignatures }).toEqual({ problems: [], records: 600, cosignatures: 1 });
  });

  test('agrees with the first about every byte that was changed', async () => {
    await using folder = await testFolder();
    const original = join(folder.path, 'original');
    const log = await openTestLog(original, { segmentBytes: 5000 });
    for (let from = 0; from < 300; from += 3) await log.append(entries(from, 3));
    await log.close();
    const segments = (await readdir(join(original, 'segments'))).map((name) => `segments/${name}`);
    const files = [...segments, 'tile/0/000', 'tile/0/001.p/44', 'tile/entries/000', 'tile/entries/001.p/44'];
    const copy = join(folder.path, 'copy');
    await copyLog(original, copy);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (name, any, bits) => {
          const bytes = await readFile(join(original, name));
          const at = any % bytes.length;
          await writeFile(join(copy, name), bytes.with(at, (bytes[at] ?? 0) ^ bits));
          const first = await verify(copy);
          expect(first.problems).not.toEqual([]);
          const second = messageOf(() => verifyIndependently(copy, key, []));
          const { sequence } = first.problems.find(({ code }) => code !== 'FRAME_DAMAGED') ?? {};
          // It reads frame by frame; the first tells the record within.
          const [, record] = /^record (\d+)/.exec(second) ?? [];
          if (name.startsWith('segments/') && at >= 112)
            expect(Math.abs(Number(record) - (sequence ?? 0))).toBeLessThanOrEqual(3);
          await writeFile(join(copy, name), bytes);
        },
      ),
      { numRuns: 60 },
    );
    expect(verifyIndependently(copy, key, [])).toEqual({ records: 300, cosignatures: 0 });
  });
});

function messageOf(act: () => unknown): string {
  try {
    return `nothing was found: ${JSON.stringify(act())}`;
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

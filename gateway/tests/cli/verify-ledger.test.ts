import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { entries, openTestLog, testFolder } from '../ledger/log/fixtures/test-log.ts';
import { startTestWitness } from '../ledger/witness/fixtures/test-witness.ts';
import type { TestWitness } from '../ledger/witness/fixtures/test-witness.ts';
import { runWords } from './run-words.ts';

let folder: Awaited<ReturnType<typeof testFolder>>;
let witness: TestWitness;
let ledger = '';
/** The words that trust the log's key, as its folder has it, and the witness. */
let trust: readonly string[] = [];

beforeAll(async () => {
  folder = await testFolder();
  witness = await startTestWitness('one');
  ledger = join(folder.path, 'ledger');
  const log = await openTestLog(join(ledger, '1'), { witnesses: [witness.address] });
  await log.append(entries(0, 300));
  await log.publish();
  await log.append(entries(300, 100));
  await log.close();
  trust = ['--key', join(ledger, '1', 'verifier-key'), '--witness-key', witness.address.verifierKey];
});

afterAll(async () => {
  await witness[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

describe('verify-ledger', () => {
  test('finds every log of a ledger sound', async () => {
    const { code, data } = await runWords('verify-ledger', ledger, ...trust, '--quorum', '1', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(data)).toMatchObject({
      ok: true,
      logs: [{ records: 400, cosignatures: 1, problems: [] }],
    });
  });

  test('proves one record, and that one tree adds to another', async () => {
    const log = join(ledger, '1');
    const inclusion = await runWords('verify-ledger', log, ...trust, '--include', '123', '--json');
    expect(inclusion.code).toBe(0);
    const entry = entries(123, 1).toString();
    expect(JSON.parse(inclusion.data)).toMatchObject({ ok: true, sequence: 123, size: 400, entry });
    const consistency = await runWords('verify-ledger', log, ...trust, '--from', '300', '--to', '400');
    expect(consistency).toMatchObject({ code: 0, messages: expect.stringContaining('proven by') });
    expect((await runWords('verify-ledger', log, ...trust, '--from', '299')).code).toBe(1);
    expect((await runWords('verify-ledger', log, ...trust, '--include', '400')).code).toBe(1);
  });

  test('ends with 1 and names the first bad record', async () => {
    const segment = join(ledger, '1', 'segments', '0000000000000000.segment');
    const bytes = await readFile(segment);
    await writeFile(segment, bytes.with(200, (bytes[200] ?? 0) ^ 1));
    const { code, data } = await runWords('verify-ledger', ledger, ...trust);
    await writeFile(segment, bytes);
    expect(code).toBe(1);
    expect(data.split('\n')[0]).toMatch(/0000000000000000\.segment:112 {2}record \d+ {2}RECORD_ALTERED$/);
  });

  test('ends with 1 if too few witnesses have cosigned', async () => {
    expect(await runWords('verify-ledger', ledger, ...trust, '--quorum', '2')).toMatchObject({
      code: 1,
      data: expect.stringContaining('COSIGNATURES_TOO_FEW'),
    });
  });

  test.each([
    [['verify-ledger']],
    [['verify-ledger', '.']],
    [['verify-ledger', '.', '--key', 'no+verifier+key']],
    [['witness', '--name', 'w']],
  ])('ends with 2 if it does not understand %j', async (words) => {
    expect((await runWords(...words)).code).toBe(2);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { openLedgerLog } from '../../src/ledger/index.ts';
import { runWords } from '../cli/run-words.ts';
import { silentLog } from '../fixtures/silent-log.ts';
import { testLedger } from './world/test-ledger.ts';

describe('reconcile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reconcile-'));
    const signingKey = generateKeyPairSync('ed25519').privateKey;
    const log = await openLedgerLog({
      directory: join(folder, 'log'),
      origin: 'test',
      signingKey,
      log: silentLog,
    });
    const world = await testLedger(`sqlite:${join(folder, 'index.sqlite')}`, log as never);
    for (const residentId of ['ANN', 'BOB']) await world.disclose({ residentId });
    await world.ledger.close();
  });

  afterEach(async () => rm(folder, { recursive: true, force: true }));

  /** The requests of the ledger are named by how many entries there were before them. */
  async function reconciled(...lines: readonly object[]): ReturnType<typeof runWords> {
    const file = join(folder, 'housing.requests');
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return runWords('reconcile', join(folder, 'log'), '--agency-log', `housing=${file}`);
  }

  const at = '2026-06-15T12:00:00.000Z';
  const trusted = (request: string): object => ({ at, request, verdict: 'trusted', problem: null });

  test('finds nothing where each side says what the other does', async () => {
    const { code, data } = await reconciled(trusted('request-0'), trusted('request-2'));
    expect({ code, data }).toEqual({ code: 0, data: '' });
  });

  test('names a fetch that has no record, and fails', async () => {
    const { code, data } = await reconciled(trusted('request-0'), trusted('request-2'), trusted('unknown'));
    expect({ code, data }).toEqual({ code: 1, data: `fetch-without-record\thousing\t${at}\tunknown` });
  });

  test('names a record of which the agency knows nothing', async () => {
    const { code, data } = await reconciled(trusted('request-0'));
    expect({ code, data }).toEqual({ code: 0, data: `record-without-fetch\thousing\t${at}\trequest-2` });
  });

  test('names calls that the agency refused', async () => {
    const refused = { at, request: 'x', verdict: 'refused', problem: 'signature missing' };
    const { data } = await reconciled(trusted('request-0'), trusted('request-2'), refused);
    expect(data).toBe(`refused\thousing\t${at}\tx\tsignature missing`);
  });
});

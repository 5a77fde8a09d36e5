import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

import { logFolder, nodeFileSystem } from '../../src/ledger/index.ts';
import { eachDatabase } from '../governance/world/each-database.ts';
import { testFolder } from './log/fixtures/test-log.ts';
import { memoryLog } from './world/memory-log.ts';
import { residentsIn } from './world/residents-in.ts';
import { testLedgerOver } from './world/test-ledger.ts';

/** Ids of the keys of which a log tells that an order destroys them. */
async function ordered(folder: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { entry } of logFolder(nodeFileSystem, folder).readFrom(0)) {
    const event = JSON.parse(Buffer.from(entry).toString()) as { type: string; keys: readonly string[] };
    if (event.type === 'keys-destroyed') for (const id of event.keys) ids.add(id);
  }
  return ids;
}

const program = fileURLToPath(new URL('./world/forget-and-be-killed.ts', import.meta.url));

/** Forgets a resident in a process that is killed before a statement, unless it ends before. @returns whether it was killed */
async function killedBefore(
  statement: number,
  url: string,
  folder: string,
  residentId: string,
): Promise<boolean> {
  const words = [
    '--conditions=source',
    '--import',
    'tsx',
    program,
    url,
    folder,
    residentId,
    String(statement),
  ];
  const child = spawn(process.execPath, words, { stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGKILL']);
  return signal !== null;
}

eachDatabase('a process that is killed while it forgets', (newDatabase) => {
  test('has done what it told of when the next one has begun, and else nothing', async () => {
    const url = await newDatabase();
    await using folder = await testFolder();
    await writeFile(
      join(folder.path, 'key.pem'),
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    let count = 0;
    while (await killedBefore(count, url, folder.path, `ANN-${count}`)) count += 2;
    expect(count).toBeGreaterThan(4);
    await using world = await testLedgerOver(url, memoryLog(), 'other');
    const { database } = world.ledger;
    // The last process began after all others had been killed, and its own order is carried out.
    const all = (await database('ledger_keys').select('id', 'resident_id')) as readonly {
      readonly id: string;
      readonly resident_id: string | null;
    }[];
    const told = await ordered(join(folder.path, 'log'));
    const held = all.filter(({ resident_id: id }) => id !== null);
    expect(held.map(({ id }) => told.has(id))).toEqual(held.map(() => false));
    expect(all.length - held.length).toBe(told.size);
    expect(told.size).toBeGreaterThan(2);
    expect(held.length).toBeGreaterThan(0);
    const kept = new Set(held.map(({ resident_id: id }) => id));
    expect(new Set(await residentsIn(database))).toEqual(kept);
  }, 180_000);
});

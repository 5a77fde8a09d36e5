import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { takeLock } from '../../../src/ledger/locking/index.ts';
import { openTestLog, testFolder } from './fixtures/test-log.ts';

const program = fileURLToPath(new URL('./fixtures/hold-lock.ts', import.meta.url));

describe('the lock of a log that another process holds', () => {
  let folder: Awaited<ReturnType<typeof testFolder>>;
  let other: ChildProcess;
  beforeEach(async () => {
    folder = await testFolder();
    other = await holding(join(folder.path, 'lock'));
  });
  afterEach(async () => {
    await killed(other);
    await folder[Symbol.asyncDispose]();
  });

  test('keeps a second writer out, who is told by whom, since when, and what to do', async () => {
    await expect(openTestLog(folder.path)).rejects.toMatchObject({
      code: 'LEDGER_UNUSABLE',
      place: join(folder.path, 'lock'),
      message: expect.stringMatching(
        new RegExp(`^Process ${other.pid} on ${hostname()} \\(since 20.*Z\\) writes to .* Stop it, or `),
      ),
    });
  });

  test('holds though nobody here can see the process, as in another container', async () => {
    const elsewhere = { host: 'another-container', processId: 4_194_304, since: new Date() };
    await writeFile(join(folder.path, 'lock'), JSON.stringify(elsewhere));
    await expect(openTestLog(folder.path)).rejects.toThrow('Process 4194304 on another-container');
  });

  test('is free as soon as the process is killed, whatever it left', async () => {
    await killed(other);
    const log = await openTestLog(folder.path);
    await log.close();
  });

  test('is had by one of several that want it when it becomes free', async () => {
    await killed(other);
    const path = join(folder.path, 'lock');
    const decisions = await Promise.all([takeLock(path), takeLock(path), takeLock(path)]);
    const taken = decisions.filter(({ kind }) => kind === 'taken');
    expect(taken).toHaveLength(1);
    for (const decision of taken) if (decision.kind === 'taken') await decision.release();
    const again = await takeLock(path);
    expect(again.kind).toBe('taken');
    if (again.kind === 'taken') await again.release();
  });
});

async function holding(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  expect(said.toString()).toBe('taken\n');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

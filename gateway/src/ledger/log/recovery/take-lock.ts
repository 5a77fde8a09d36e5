import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { unusable } from './unusable.ts';

/**
 * Takes the folder for this process: two that write to one log would break it. A process that was killed leaves its
 * lock behind, which is then taken over.
 *
 * @returns gives the folder back
 * @throws Failure LEDGER_UNUSABLE if a process that is alive has it
 */
export async function takeLock(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'lock');
  if (taken.has(path)) throw occupied(path, process.pid);
  const holder = await create(path);
  if (holder !== null) {
    if (holder !== process.pid && isAlive(holder)) throw occupied(path, holder);
    await writeFile(path, String(process.pid));
  }
  taken.add(path);
  return async () => {
    taken.delete(path);
    await rm(path, { force: true });
  };
}

/** Those of this process. */
const taken = new Set<string>();

/** Null if the lock was made, else the process that made it before. */
async function create(path: string): Promise<number | null> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(String(process.pid));
    } finally {
      await handle.close();
    }
    return null;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return Number.parseInt(await readFile(path, 'utf8'), 10);
  }
}

function isAlive(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Another user's process is alive too.
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function occupied(path: string, holder: number): Error {
  return unusable(
    `Process ${holder} writes to this ledger.`,
    path,
    'Give each process a folder of its own; if that process is no gateway, delete the lock.',
  );
}

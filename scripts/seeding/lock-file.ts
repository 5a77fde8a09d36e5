import { readFile, rm, writeFile } from 'node:fs/promises';

/**
 * Takes a lock that holds until it is released or this process ends: a file with the process's number, in which a
 * process that was killed leaves a number that nobody has.
 *
 * @param inUse what to say when another process has it
 * @returns what releases it
 */
export async function takeLockFile(
  file: string,
  inUse: (processId: number) => string,
): Promise<() => Promise<void>> {
  if (!(await write(file))) {
    const holder = await readHolder(file);
    if (holder !== null && isRunning(holder))
      throw new Error(`${inUse(holder)} (If there is none, delete ${file}.)`);
    await rm(file, { force: true });
    if (!(await write(file))) throw new Error(inUse((await readHolder(file)) ?? 0));
  }
  return () => rm(file, { force: true });
}

/** Whether there was no such file and now is. */
async function write(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

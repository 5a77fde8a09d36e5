import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those around it, where they are missing. One by one: Node's own `recursive` tries for ever
 * where a file system takes no new folders, as /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  const around = dirname(folder);
  if (!existsSync(around)) await makeFolder(around);
  try {
    await mkdir(folder);
  } catch (error) {
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A text that changes with any file of the folders: SHA-256 over their names and what is in them. */
export async function stampOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    // The order of the files is part of the stamp.
    // oxlint-disable-next-line no-await-in-loop
    for (const [name, bytes] of await filesOf(folder))
      hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function filesOf(folder: string): Promise<readonly (readonly [string, Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.toSorted().map(async (path) => [path, await readFile(path)] as const));
}

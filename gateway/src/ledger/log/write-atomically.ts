import { dirname } from 'node:path';

import type { FileSystem } from './file-system.ts';

/**
 * Writes a file so that whoever reads it sees the old one or the new one whole. Its folder must be there.
 *
 * @param isDurable - the bytes are on the disk before the name is; the name itself is not made durable
 */
export async function writeAtomically(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
  isDurable: boolean,
): Promise<void> {
  const temporary = `${path}.new`;
  const file = await fileSystem.open(temporary, 'create');
  try {
    await file.write(bytes, 0);
    if (isDurable) await file.synchronize();
  } finally {
    await file.close();
  }
  await fileSystem.rename(temporary, path);
}

/** The same, and its name is on the disk too when it resolves. */
export async function writeDurably(fileSystem: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  await writeAtomically(fileSystem, path, bytes, true);
  await fileSystem.synchronizeDirectory(dirname(path));
}

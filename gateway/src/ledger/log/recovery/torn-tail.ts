import { basename, join } from 'node:path';

import type { FileSystem, OpenFile } from '../file-system.ts';
import { nextIntactFrame } from '../segments/index.ts';
import { writeDurably } from '../write-atomically.ts';

/**
 * Whether what stands from the offset on was never acknowledged. Frames of one batch become durable together, and a
 * batch is begun only when the one before is durable: so if any intact frame of a later batch follows, what is
 * damaged had been acknowledged, and is no torn tail.
 *
 * @param sequence - of the entry that is missing first
 */
export function isTorn(tail: Buffer, sequence: number): boolean {
  for (let frame = nextIntactFrame(tail, 0); frame !== null; frame = nextIntactFrame(tail, frame.start + 1)) {
    if (frame.batch > sequence) return false;
  }
  return true;
}

/** Reads what stands from the offset on. */
export async function readTail(file: OpenFile, offset: number): Promise<Buffer> {
  const tail = Buffer.alloc((await file.length()) - offset);
  return tail.subarray(0, await file.read(tail, offset));
}

/** Cuts the file at the offset, durably. What is cut off is kept aside in the folder `torn`. */
export async function cutTail(
  fileSystem: FileSystem,
  directory: string,
  path: string,
  offset: number,
): Promise<void> {
  const file = await fileSystem.open(path, 'write');
  try {
    const folder = join(directory, 'torn');
    await fileSystem.makeDirectory(folder);
    const tail = await readTail(file, offset);
    await writeDurably(fileSystem, join(folder, `${basename(path)}-${offset}`), tail);
    await file.truncate(offset);
    await file.synchronize();
  } finally {
    await file.close();
  }
}

import { join } from 'node:path';

import type { FileSystem } from '../file-system.ts';
import { writeDurably } from '../write-atomically.ts';

/** Folder of the checkpoints that are kept, a file a day. */
const keptCheckpointsFolder = 'checkpoints';

/** Adds a checkpoint to those of its day. */
export async function keepCheckpoint(
  fileSystem: FileSystem,
  directory: string,
  note: string,
  at: Date,
): Promise<void> {
  const file = join(directory, keptCheckpointsFolder, `${at.toISOString().slice(0, 10)}.notes`);
  const before = (await fileSystem.readFile(file)) ?? Buffer.alloc(0);
  await writeDurably(fileSystem, file, Buffer.concat([before, Buffer.from(`${note}\n`)]));
}

/** A file of kept checkpoints. */
export interface KeptCheckpoints {
  readonly path: string;
  readonly notes: readonly string[];
}

/** All kept checkpoints, from the oldest day on. */
export async function readKeptCheckpoints(
  fileSystem: FileSystem,
  directory: string,
): Promise<readonly KeptCheckpoints[]> {
  const folder = join(directory, keptCheckpointsFolder);
  const names = (await fileSystem.list(folder)).filter((name) => name.endsWith('.notes')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, notes: splitNotes(((await fileSystem.readFile(path)) ?? Buffer.alloc(0)).toString()) };
    }),
  );
}

/** Notes that stand in one file, each followed by an empty line. */
function splitNotes(text: string): readonly string[] {
  const parts = text.split('\n\n').filter((part) => part !== '');
  const notes: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [body = '', signatures = ''] = [parts[index], parts[index + 1]];
    notes.push(`${body}\n\n${signatures}\n`);
  }
  return notes;
}

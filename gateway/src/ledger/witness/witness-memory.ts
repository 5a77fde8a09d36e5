import { hash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { CheckpointBody } from '../notes/index.ts';
import { parseCheckpointText, parseNote } from '../notes/index.ts';

/** What a witness remembers of each log: the last checkpoint that it cosigned. */
export interface WitnessMemory {
  /** Null if it has cosigned none. @throws Error if what was remembered can't be read: then nothing may be cosigned */
  readonly last: (origin: string) => Promise<CheckpointBody | null>;
  /** The whole note of the same; null if there is none. */
  readonly lastNote: (origin: string) => Promise<string | null>;
  /** Resolves when it is durable. */
  readonly remember: (origin: string, note: string) => Promise<void>;
}

/** Remembers in a folder, a file for each log, named by the hash of its origin. */
export async function openWitnessMemory(folder: string): Promise<WitnessMemory> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (origin: string): string => join(folder, `${hash('sha256', origin)}.note`);
  const lastNote = async (origin: string): Promise<string | null> =>
    readFile(fileOf(origin), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  return {
    lastNote,
    last: async (origin) => {
      const note = await lastNote(origin);
      if (note === null) return null;
      const body = parseCheckpointText(parseNote(note)?.text ?? '');
      if (body?.origin !== origin) throw new Error('What the witness remembers of a log is damaged.');
      return body;
    },
    remember: async (origin, note) => {
      await synchronized(`${fileOf(origin)}.new`, 'w', async (handle) => handle.writeFile(note));
      await rename(`${fileOf(origin)}.new`, fileOf(origin));
      await synchronized(folder, 'r', async () => undefined);
    },
  };
}

async function synchronized(
  path: string,
  flags: string,
  write: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

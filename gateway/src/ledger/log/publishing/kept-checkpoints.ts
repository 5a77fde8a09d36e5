import { join } from 'node:path';

import type { FileSystem } from '../file-system.ts';
import { writeDurably } from '../write-atomically.ts';

/** Folder of the checkpoints that are kept, a file a day. */
const keptCheckpointsFolder = 'checkpoints';

/** Adds checkpoints to those that are kept: each costs what it is long itself, however many there are. */
export class CheckpointKeeper {
  readonly #fileSystem: FileSystem;
  readonly #directory: string;
  /** The file that was written to last, and its length; unknown at first, and after a write that failed. */
  #written: { readonly path: string; readonly length: number } | null = null;

  constructor(fileSystem: FileSystem, directory: string) {
    this.#fileSystem = fileSystem;
    this.#directory = directory;
  }

  /** Adds a checkpoint to the file of its day. What a crash cut short there is cut off. */
  async keep(note: string, at: Date): Promise<void> {
    const path = join(this.#directory, keptCheckpointsFolder, `${at.toISOString().slice(0, 10)}.notes`);
    const bytes = Buffer.from(`${note}\n`);
    const length = this.#written?.path === path ? this.#written.length : await this.#wholeLength(path);
    this.#written = null;
    if (length === 0) await writeDurably(this.#fileSystem, path, bytes);
    else await this.#append(path, bytes, length);
    this.#written = { path, length: length + bytes.length };
  }

  /** How many bytes of the file whole notes have. */
  async #wholeLength(path: string): Promise<number> {
    const text = await readText(this.#fileSystem, path);
    const last = [...text.matchAll(wholeNote)].at(-1);
    return last === undefined ? 0 : Buffer.byteLength(text.slice(0, last.index + last[0].length));
  }

  async #append(path: string, bytes: Uint8Array, length: number): Promise<void> {
    const file = await this.#fileSystem.open(path, 'write');
    try {
      await file.truncate(length);
      await file.write(bytes, length);
      await file.synchronize();
    } finally {
      await file.close();
    }
  }
}

/** A file of kept checkpoints. */
export interface KeptCheckpoints {
  readonly path: string;
  /** From the oldest on. What a crash cut short at the end is none. */
  readonly notes: readonly string[];
}

/** The files of kept checkpoints, from the newest day back, each read when it is asked for. */
export async function* readKeptCheckpoints(
  fileSystem: FileSystem,
  directory: string,
): AsyncIterable<KeptCheckpoints> {
  const folder = join(directory, keptCheckpointsFolder);
  const names = (await fileSystem.list(folder)).filter((name) => name.endsWith('.notes'));
  for (const name of names.toSorted().toReversed()) {
    const path = join(folder, name);
    // oxlint-disable-next-line no-await-in-loop -- most who ask want the newest alone
    const text = await readText(fileSystem, path);
    yield { path, notes: [...text.matchAll(wholeNote)].map(([note]) => note.slice(0, -1)) };
  }
}

/** Lines of text, an empty one, lines of signatures, and the empty line by which the next note is told from it. */
const wholeNote = /(?:[^\n]+\n)+\n(?:\u2014 [^\n]+\n)+\n/gu;

async function readText(fileSystem: FileSystem, path: string): Promise<string> {
  return ((await fileSystem.readFile(path)) ?? Buffer.alloc(0)).toString();
}

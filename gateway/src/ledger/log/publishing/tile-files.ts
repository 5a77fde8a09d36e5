import { dirname, join } from 'node:path';

import type { ReadTile, TileLevel } from '../../tree/index.ts';
import { hashLength, partialFolder, tilePath, tileWidth } from '../../tree/index.ts';
import type { FileSystem } from '../file-system.ts';
import { writeAtomically } from '../write-atomically.ts';

/** A tile on its way to its file. */
export interface TileFile {
  readonly level: TileLevel;
  readonly index: number;
  readonly width: number;
  readonly bytes: Uint8Array;
}

const atOnce = 4;

/** The files of tiles below a folder (C2SP tlog-tiles). */
export class TileFiles {
  readonly #fileSystem: FileSystem;
  readonly #directory: string;
  readonly #made = new Set<string>();

  constructor(fileSystem: FileSystem, directory: string) {
    this.#fileSystem = fileSystem;
    this.#directory = directory;
  }

  /**
   * Writes tiles. Full ones are durable when it resolves, and their partial forms gone; partial ones are not: they
   * follow from the segments and are written again after a crash.
   */
  async write(tiles: readonly TileFile[]): Promise<void> {
    const folders = new Set<string>();
    const left = tiles.values();
    const writeSome = async (): Promise<void> => {
      for (const { level, index, width, bytes } of left) {
        const path = join(this.#directory, tilePath(level, index, width));
        const isFull = width === tileWidth;
        // oxlint-disable-next-line no-await-in-loop -- a few at a time, so that appends are not held up
        await this.#makeFolder(dirname(path));
        // oxlint-disable-next-line no-await-in-loop
        await writeAtomically(this.#fileSystem, path, bytes, isFull);
        if (isFull) folders.add(dirname(path));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, writeSome));
    await Promise.all([...folders].map(async (folder) => this.#fileSystem.synchronizeDirectory(folder)));
    const full = tiles.filter(({ width }) => width === tileWidth);
    await Promise.all(full.map(async ({ level, index }) => this.#removePartial(level, index)));
  }

  /** Reads a tile with at least so many hashes: the partial one of this width, or the full one. */
  readonly read: ReadTile = async (level, index, width) => {
    for (const form of new Set([width, tileWidth])) {
      // oxlint-disable-next-line no-await-in-loop
      const tile = await this.#fileSystem.readFile(join(this.#directory, tilePath(level, index, form)));
      if (tile?.length === form * hashLength) return tile;
    }
    return null;
  };

  async #removePartial(level: TileLevel, index: number): Promise<void> {
    const folder = join(this.#directory, partialFolder(level, index));
    this.#made.delete(folder);
    await this.#fileSystem.remove(folder);
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await this.#fileSystem.makeDirectory(folder);
    this.#made.add(folder);
  }
}

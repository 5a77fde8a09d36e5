import { join } from 'node:path';

import type { FileSystem, LedgerEntry } from '../log/index.ts';
import { encodeBundle, TileFiles } from '../log/index.ts';
import type { HashTile } from '../tree/index.ts';
import { hashLength, tilePath, TileTree, tileWidth, widthOfTile } from '../tree/index.ts';
import type { LedgerProblem } from './problem.ts';

/** The tree as it was published: static tiles and bundles (C2SP tlog-tiles) of a size. */
export class PublishedTree {
  readonly #fileSystem: FileSystem;
  readonly #directory: string;
  readonly #files: TileFiles;
  readonly #size: number;

  constructor(fileSystem: FileSystem, directory: string, size: number) {
    this.#fileSystem = fileSystem;
    this.#directory = directory;
    this.#files = new TileFiles(fileSystem, directory);
    this.#size = size;
  }

  /** What is wrong with the file of a tile, if these are the hashes that it should hold. */
  async compare({ level, index, width, hashes }: HashTile): Promise<LedgerProblem | null> {
    if (width !== widthOfTile(level, index, this.#size)) return null;
    const tile = await this.#files.read(level, index, width);
    const file = join(this.#directory, tilePath(level, index, width));
    const sequence = index * tileWidth ** (level + 1);
    if (tile === null)
      return { code: 'TILE_MISSING', message: 'A tile is missing or too short.', file, sequence };
    if (Buffer.compare(tile.subarray(0, width * hashLength), hashes) === 0) return null;
    const place = firstDifference(tile, hashes);
    return {
      code: 'TILE_ALTERED',
      message: `Hash ${place} of the tile is not that of the records.`,
      file,
      offset: place * hashLength,
      sequence: sequence + place * tileWidth ** level,
    };
  }

  /** The same of a bundle of entries. */
  async compareBundle(index: number, entries: readonly LedgerEntry[]): Promise<LedgerProblem | null> {
    if (entries.length !== widthOfTile(0, index, this.#size)) return null;
    const sequence = index * tileWidth;
    const expected = encodeBundle(entries);
    for (const width of [entries.length, tileWidth]) {
      const file = join(this.#directory, tilePath('entries', index, width));
      // oxlint-disable-next-line no-await-in-loop -- the partial one is gone once the full one is there
      const bytes = await this.#fileSystem.readFile(file);
      if (bytes === null) continue;
      if (bytes.subarray(0, width > entries.length ? expected.length : undefined).equals(expected))
        return null;
      return {
        code: 'TILE_ALTERED',
        message: 'A bundle holds other entries than the records.',
        file,
        sequence,
      };
    }
    const file = join(this.#directory, tilePath('entries', index, entries.length));
    return { code: 'TILE_MISSING', message: 'A bundle of entries is missing.', file, sequence };
  }

  /** The leaf hashes from a place on, at most so many. */
  async leaves(from: number, count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let at = from; at < Math.min(this.#size, from + count); at += tileWidth - (at % tileWidth)) {
      const index = Math.floor(at / tileWidth);
      // oxlint-disable-next-line no-await-in-loop -- a few tiles
      const tile = await this.#files.read(0, index, widthOfTile(0, index, this.#size));
      parts.push(Buffer.from(tile?.subarray((at % tileWidth) * hashLength) ?? []));
    }
    return Buffer.concat(parts).subarray(0, count * hashLength);
  }

  /** Root over the leaf hashes of the tiles; null if one is missing. */
  async root(): Promise<Buffer | null> {
    const tree = new TileTree();
    for (let at = 0; at < this.#size; at += tileWidth) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they hash
      const leaves = await this.leaves(at, tileWidth);
      for (let place = 0; place < leaves.length; place += hashLength)
        tree.append(leaves.subarray(place, place + hashLength));
    }
    return tree.size === this.#size ? tree.root() : null;
  }
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const place = other.findIndex((byte, index) => byte !== one[index]);
  return Math.floor(Math.max(place, 0) / hashLength);
}

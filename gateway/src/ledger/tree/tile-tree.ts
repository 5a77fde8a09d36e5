import { emptyRoot, hashLength, nodeHash, perfectRoot } from './hashes.ts';
import { tileWidth } from './tile-path.ts';

/** Some of a tile, or all of it. */
export interface HashTile {
  readonly level: number;
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
  /** The hashes one after the other. */
  readonly hashes: Uint8Array;
}

/** Gives a tile with at least so many hashes, or null where there is none. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array | null>;

interface Edge {
  readonly hashes: Buffer;
  width: number;
}

/**
 * A Merkle tree (RFC 6962, section 2.1) that grows. It keeps only its right edge: of each level of tiles the hashes
 * of the last, partial tile. Full tiles are handed on.
 */
export class TileTree {
  readonly #edges: Edge[] = [];
  readonly #onFull: (tile: HashTile) => void;
  #size = 0;

  constructor(onFull: (tile: HashTile) => void = () => undefined) {
    this.#onFull = onFull;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf by its hash. */
  append(leaf: Uint8Array): void {
    this.#size += 1;
    this.#push(0, leaf);
  }

  /**
   * Takes up a tree that was published: an empty one becomes that of the size.
   *
   * @returns false if a tile is missing; the tree is then of no use
   */
  async restore(size: number, readTile: ReadTile): Promise<boolean> {
    let hashes = size;
    for (let level = 0; hashes > 0; level += 1) {
      const width = hashes % tileWidth;
      hashes = Math.floor(hashes / tileWidth);
      const edge = this.#edgeAt(level);
      edge.width = width;
      if (width === 0) continue;
      // A handful of tiles, one of each level.
      // oxlint-disable-next-line no-await-in-loop
      const tile = await readTile(level, hashes, width);
      if (tile === null || tile.length < width * hashLength) return false;
      edge.hashes.set(tile.subarray(0, width * hashLength));
    }
    this.#size = size;
    return true;
  }

  /** The root of what it holds now. */
  root(): Buffer {
    let root: Buffer | null = null;
    for (const { hashes, width } of this.#edges) {
      let end = width;
      for (let count = 1; count <= width; count *= 2) {
        if ((width & count) === 0) continue;
        end -= count;
        const part = perfectRoot(hashes.subarray(end * hashLength, (end + count) * hashLength));
        root = root === null ? part : nodeHash(part, root);
      }
    }
    return root ?? emptyRoot;
  }

  /** The last tile of each level that is not full. */
  partialTiles(): readonly HashTile[] {
    let above = this.#size;
    return this.#edges.flatMap(({ hashes, width }, level) => {
      above = Math.floor(above / tileWidth);
      if (width === 0) return [];
      return [{ level, index: above, width, hashes: Buffer.from(hashes.subarray(0, width * hashLength)) }];
    });
  }

  #push(level: number, hash: Uint8Array): void {
    const edge = this.#edgeAt(level);
    edge.hashes.set(hash, edge.width * hashLength);
    edge.width += 1;
    if (edge.width < tileWidth) return;
    edge.width = 0;
    const index = Math.floor(this.#size / tileWidth ** (level + 1)) - 1;
    const hashes = Buffer.from(edge.hashes);
    this.#onFull({ level, index, width: tileWidth, hashes });
    this.#push(level + 1, perfectRoot(hashes));
  }

  #edgeAt(level: number): Edge {
    const edge = this.#edges[level] ?? { hashes: Buffer.alloc(tileWidth * hashLength), width: 0 };
    this.#edges[level] = edge;
    return edge;
  }
}

import { hashLength, nodeHash, perfectRoot } from './hashes.ts';
import type { RangeRoot } from './proofs.ts';
import { largestPowerBelow } from './proofs.ts';
import { tileWidth, widthOfTile } from './tile-path.ts';
import type { ReadTile } from './tile-tree.ts';

/**
 * Computes roots of ranges, as proofs need them, from the tiles of a tree of the size. A range begins where a subtree
 * of its size does.
 *
 * @throws Error if a tile is missing or too short
 */
export function rangeRootFrom(size: number, readTile: ReadTile): RangeRoot {
  const rootOf: RangeRoot = async (start, end) => {
    const count = end - start;
    const below = count === 1 ? 1 : largestPowerBelow(count);
    if (count !== 1 && below * 2 !== count) {
      const middle = start + below;
      return nodeHash(...(await Promise.all([rootOf(start, middle), rootOf(middle, end)])));
    }
    return perfectRootAt(start, count);
  };
  /** Root of a subtree of 2^n leaves: in the tile of the level to which it reaches. */
  const perfectRootAt = async (start: number, count: number): Promise<Uint8Array> => {
    let [level, span] = [0, 1];
    while (span * tileWidth <= count) [level, span] = [level + 1, span * tileWidth];
    const first = start / span;
    const index = Math.floor(first / tileWidth);
    const tile = await readTile(level, index, widthOfTile(level, index, size));
    const from = (first % tileWidth) * hashLength;
    const to = from + (count / span) * hashLength;
    if (tile === null || tile.length < to) throw new Error(`Tile ${index} of level ${level} is missing.`);
    return perfectRoot(tile.subarray(from, to));
  };
  return rootOf;
}

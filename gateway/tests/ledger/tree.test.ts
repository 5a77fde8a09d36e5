import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';

import {
  consistencyPath,
  emptyRoot,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  rangeRootFrom,
  tilePath,
  TileTree,
} from '../../src/ledger/tree/index.ts';
import type { HashTile } from '../../src/ledger/tree/index.ts';

function sha256(...parts: readonly Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** RFC 6962, section 2.1, word for word. */
function naiveRoot(entries: readonly Buffer[]): Buffer {
  const [first] = entries;
  if (first === undefined) return sha256();
  if (entries.length === 1) return sha256(Buffer.of(0), first);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return sha256(Buffer.of(1), naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)));
}

const leaves = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, index) => Buffer.from(`entry ${index}`));

/** A tree of so many leaves with all its tiles. */
function treeOf(entries: readonly Buffer[]) {
  const tiles = new Map<string, Uint8Array>();
  const keep = ({ level, index, hashes }: HashTile): void => void tiles.set(`${level}/${index}`, hashes);
  const tree = new TileTree(keep);
  for (const entry of entries) tree.append(leafHash(entry));
  tree.partialTiles().forEach(keep);
  const readTile = async (level: number, index: number): Promise<Uint8Array | null> =>
    tiles.get(`${level}/${index}`) ?? null;
  return { tree, readTile, rootOf: rangeRootFrom(entries.length, readTile) };
}

const size = fc.integer({ min: 0, max: 1200 });

describe('the tree', () => {
  test('of nothing has the root that RFC 6962 gives', () => {
    expect(new TileTree().root()).toEqual(createHash('sha256').digest());
    expect(emptyRoot).toEqual(createHash('sha256').digest());
  });

  test('has the root of the definition, whatever its size', () => {
    fc.assert(
      fc.property(size, (count) => {
        const entries = leaves(count);
        expect(treeOf(entries).tree.root()).toEqual(naiveRoot(entries));
      }),
      { numRuns: 40 },
    );
  });

  test('is taken up from its tiles at any earlier size and grows to the same root', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, async (one, other) => {
        const entries = leaves(Math.max(one, other));
        const { tree, readTile } = treeOf(entries);
        const from = Math.min(one, other);
        const again = new TileTree();
        expect(await again.restore(from, readTile)).toBe(true);
        entries.slice(from).forEach((entry) => again.append(leafHash(entry)));
        expect(again.root()).toEqual(tree.root());
      }),
      { numRuns: 40 },
    );
  });

  test('proves each leaf, and no other in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.nat(), async (count, any) => {
        const entries = leaves(count);
        const index = any % count;
        const { tree, rootOf } = treeOf(entries);
        const path = await inclusionPath(index, count, rootOf);
        expect(isIncluded(leafHash(entries[index] ?? Buffer.of()), index, count, path, tree.root())).toBe(
          true,
        );
        expect(isIncluded(leafHash(Buffer.from('another')), index, count, path, tree.root())).toBe(false);
        expect(isIncluded(leafHash(entries[index] ?? Buffer.of()), index + 1, count, path, tree.root())).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('proves that it adds to each earlier tree, and to no tree with another leaf', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), fc.nat(), fc.nat(), async (count, any, changed) => {
        const entries = leaves(count);
        const earlier = 1 + (any % count);
        const { tree, rootOf } = treeOf(entries);
        const path = await consistencyPath(earlier, count, rootOf);
        const later = { size: count, root: tree.root() };
        const before = entries.slice(0, earlier);
        expect(isConsistent({ size: earlier, root: naiveRoot(before) }, later, path)).toBe(true);
        const forged = before.with(changed % earlier, Buffer.from('another'));
        expect(isConsistent({ size: earlier, root: naiveRoot(forged) }, later, path)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('names its tiles as C2SP tlog-tiles does', () => {
    expect(tilePath(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath('entries', 7, 12)).toBe('tile/entries/007.p/12');
  });

  test('of 70,000 leaves has the tiles that C2SP tlog-tiles counts', () => {
    const full = new Map<number, number>();
    const tree = new TileTree(({ level }) => full.set(level, (full.get(level) ?? 0) + 1));
    const leaf = leafHash(Buffer.of(1));
    for (let index = 0; index < 70_000; index += 1) tree.append(leaf);
    expect([...full]).toEqual([
      [0, 273],
      [1, 1],
    ]);
    expect(tree.partialTiles().map(({ level, width }) => [level, width])).toEqual([
      [0, 112],
      [1, 17],
      [2, 1],
    ]);
  });
});

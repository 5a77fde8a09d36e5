export { emptyRoot, hashLength, leafHash, writeLeafHash } from './hashes.ts';
export type { RangeRoot } from './proofs.ts';
export { consistencyPath, inclusionPath, isConsistent, isIncluded } from './proofs.ts';
export { rangeRootFrom } from './range-root.ts';
export type { TileLevel } from './tile-path.ts';
export { partialFolder, tilePath, tileWidth, widthOfTile } from './tile-path.ts';
export type { HashTile, ReadTile } from './tile-tree.ts';
export { TileTree } from './tile-tree.ts';

import { join } from 'node:path';

import type { FileSystem } from '../log/index.ts';
import { decodeBundle, nodeFileSystem, TileFiles } from '../log/index.ts';
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  rangeRootFrom,
  tilePath,
  tileWidth,
  widthOfTile,
} from '../tree/index.ts';
import type { SignedHead } from './read-heads.ts';

/** What shows that a record is in the tree that was signed, or that a tree adds to an earlier one. */
export interface Proof {
  readonly isProven: boolean;
  /** Hashes in base64, as RFC 6962 orders them. */
  readonly path: readonly string[];
}

/** A record's proof, with the record. */
export interface InclusionProof extends Proof {
  readonly sequence: number;
  readonly size: number;
  /** Hexadecimal. */
  readonly leafHash: string;
  /** What was recorded, as it was recorded. */
  readonly entry: string;
}

/**
 * Proves by the published files that a record is in the tree of a checkpoint.
 *
 * @throws RangeError if the checkpoint doesn't cover it
 * @throws Error if a file that the proof needs is missing
 */
export async function proveInclusion(
  directory: string,
  sequence: number,
  { size, root }: SignedHead,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<InclusionProof> {
  if (sequence >= size) throw new RangeError(`The checkpoint covers records 0 to ${size - 1}.`);
  const entry = await publishedEntry(directory, sequence, size, fileSystem);
  const leaf = leafHash(entry);
  const { read } = new TileFiles(fileSystem, directory);
  const hashes = await inclusionPath(sequence, size, rangeRootFrom(size, read));
  return {
    sequence,
    size,
    leafHash: leaf.toString('hex'),
    entry: Buffer.from(entry).toString(),
    path: hashes.map(base64),
    isProven: isIncluded(leaf, sequence, size, hashes, root),
  };
}

/**
 * Proves by the published files that the tree of one checkpoint adds to that of another.
 *
 * @param published - the newest checkpoint, whose tiles there are
 */
export async function proveConsistency(
  directory: string,
  earlier: SignedHead,
  later: SignedHead,
  published: SignedHead,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<Proof> {
  const { read } = new TileFiles(fileSystem, directory);
  const hashes = await consistencyPath(earlier.size, later.size, rangeRootFrom(published.size, read));
  return { path: hashes.map(base64), isProven: isConsistent(earlier, later, hashes) };
}

async function publishedEntry(
  directory: string,
  sequence: number,
  size: number,
  fileSystem: FileSystem,
): Promise<Uint8Array> {
  const index = Math.floor(sequence / tileWidth);
  const partial = join(directory, tilePath('entries', index, widthOfTile(0, index, size)));
  const full = join(directory, tilePath('entries', index, tileWidth));
  const bundle = (await fileSystem.readFile(partial)) ?? (await fileSystem.readFile(full));
  const entry = bundle && decodeBundle(bundle)?.[sequence % tileWidth];
  if (!entry) throw new Error(`${partial} is missing or damaged.`);
  return entry;
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

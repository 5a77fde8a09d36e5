import { nodeHash } from './hashes.ts';

/**
 * Whether a leaf is in the tree (RFC 9162, section 2.1.3.2).
 *
 * @param path - the neighbours' hashes from the leaf up
 */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size || index < 0) return false;
  let node = index;
  let last = size - 1;
  let hash: Uint8Array = leaf;
  for (const neighbour of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(neighbour, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, neighbour);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSameHash(hash, root);
}

/** The head of a tree. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the later tree only adds to the earlier one (RFC 9162, section 2.1.4.2). */
export function isConsistent(earlier: TreeHead, later: TreeHead, path: readonly Uint8Array[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && isSameHash(earlier.root, later.root);
  if (earlier.size === 0) return path.length === 0;
  const [first, ...rest] = isPowerOfTwo(earlier.size) ? [earlier.root, ...path] : path;
  if (first === undefined) return false;
  let node = earlier.size - 1;
  let last = later.size - 1;
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  for (const neighbour of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = nodeHash(neighbour, before);
      after = nodeHash(neighbour, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else after = nodeHash(after, neighbour);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && isSameHash(before, earlier.root) && isSameHash(after, later.root);
}

/** Root of the leaves from `start` to before `end`. */
export type RangeRoot = (start: number, end: number) => Promise<Uint8Array>;

/** The path that proves a leaf to be in the tree (RFC 6962, section 2.1.1). */
export async function inclusionPath(
  index: number,
  size: number,
  rootOf: RangeRoot,
): Promise<readonly Uint8Array[]> {
  const path: Promise<Uint8Array>[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      path.unshift(rootOf(middle, end));
      end = middle;
    } else {
      path.unshift(rootOf(start, middle));
      start = middle;
    }
  }
  return Promise.all(path);
}

/** The path that proves the tree of `later` leaves to add to that of `earlier` (RFC 6962, section 2.1.2). */
export async function consistencyPath(
  earlier: number,
  later: number,
  rootOf: RangeRoot,
): Promise<readonly Uint8Array[]> {
  if (earlier === 0 || earlier >= later) return [];
  const path: Promise<Uint8Array>[] = [];
  let [start, end] = [0, later];
  while (end !== earlier) {
    const middle = start + largestPowerBelow(end - start);
    if (earlier <= middle) {
      path.unshift(rootOf(middle, end));
      end = middle;
    } else {
      path.unshift(rootOf(start, middle));
      start = middle;
    }
  }
  if (start > 0) path.unshift(rootOf(start, end));
  return Promise.all(path);
}

/** The largest power of two that is smaller than the number, which is 2 or more. */
export function largestPowerBelow(number: number): number {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}

function isPowerOfTwo(number: number): boolean {
  return number === largestPowerBelow(number + 1);
}

function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

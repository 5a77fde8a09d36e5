import { sortByKeys, sortingRoom, type SortingRoom } from '../columns/index.ts';
import type { Feature } from './features.ts';
import type { CandidateKey } from './keys.ts';

/** Pairs of records by their places; no pair twice. */
export interface Pairs {
  readonly count: number;
  readonly ones: Uint32Array;
  readonly others: Uint32Array;
  /** How many blocks of records with one key were too large to compare. */
  readonly skippedBlocks: number;
}

export interface CandidateOptions {
  /** Pairs for which it is false are left out: records of one source, where only others' are wanted. */
  readonly isWanted?: (one: number, other: number) => boolean;
}

/** Where pairs are added, and which are not. */
interface Taking {
  readonly pairs: PairList;
  readonly known: KnownKeys;
  readonly isWanted: CandidateOptions['isWanted'];
}

/**
 * The pairs that share a key.
 *
 * 1. For each key the records that have it are sorted by its hash.
 * 2. Of each block of records with one hash all pairs are taken, except those that an earlier key has given already,
 *    which shows from the earlier keys of the two records alone: no set of pairs is kept.
 * 3. Blocks that are too large give no pairs, and their key counts as none.
 */
export function candidatePairs(
  count: number,
  keys: readonly CandidateKey[],
  { isWanted }: CandidateOptions = {},
): Pairs {
  const pairs = new PairList();
  const known = new KnownKeys(count, keys.length);
  const [room, sorting] = [sortingRoom(count), sortingRoom(count)];
  let skippedBlocks = 0;
  for (const { key, largestBlock } of keys) {
    const sorted = sortedByKey(key, count, room, sorting);
    known.beginKey();
    eachBlock(sorted.keys, (from, to) => {
      if (to - from > largestBlock) skippedBlocks += 1;
      else addPairs(sorted, from, to, { known, pairs, isWanted });
    });
  }
  return { ...pairs.taken(), skippedBlocks };
}

/** The records that have a key, by its hash and their place. */
function sortedByKey(key: Feature, count: number, room: SortingRoom, sorting: SortingRoom): SortingRoom {
  let used = 0;
  for (let place = 0; place < count; place += 1) {
    const hash = key(place);
    if (hash === 0) continue;
    room.keys[used] = hash;
    room.items[used] = place;
    used += 1;
  }
  const sorted = { keys: room.keys.subarray(0, used), items: room.items.subarray(0, used) };
  sortByKeys(sorted.keys, sorted.items, sorting);
  return sorted;
}

/** Tells where each run of equal hashes begins and ends; a record alone is no block. */
function eachBlock(hashes: Uint32Array, take: (from: number, to: number) => void): void {
  for (let from = 0, to = 1; from < hashes.length; from = to, to += 1) {
    while (to < hashes.length && hashes[to] === hashes[from]) to += 1;
    if (to - from > 1) take(from, to);
  }
}

/** Takes the pairs of the records from one place of the sorted ones to another. */
function addPairs(
  { keys, items }: SortingRoom,
  from: number,
  to: number,
  { known, pairs, isWanted }: Taking,
): void {
  for (let at = from; at < to; at += 1) {
    const one = items[at]!;
    for (let next = at + 1; next < to; next += 1) {
      const other = items[next]!;
      if (isWanted !== undefined && !isWanted(one, other)) continue;
      if (!known.areTogether(one, other)) pairs.push(one, other);
    }
    known.set(one, keys[at]!);
  }
}

/** The hashes of each record's keys so far, side by side, as far as their blocks gave pairs. */
class KnownKeys {
  readonly #hashes: Uint32Array;
  readonly #width: number;
  #key = -1;

  constructor(records: number, keys: number) {
    this.#hashes = new Uint32Array(records * keys);
    this.#width = keys;
  }

  beginKey(): void {
    this.#key += 1;
  }

  /** Keeps the hash of the key at hand. */
  set(record: number, hash: number): void {
    this.#hashes[record * this.#width + this.#key] = hash;
  }

  /** Whether two records have an earlier key in common. */
  areTogether(one: number, other: number): boolean {
    const [start, startOfOther] = [one * this.#width, other * this.#width];
    for (let key = 0; key < this.#key; key += 1) {
      const hash = this.#hashes[start + key]!;
      if (hash !== 0 && hash === this.#hashes[startOfOther + key]!) return true;
    }
    return false;
  }
}

class PairList {
  #ones = new Uint32Array(1 << 16);
  #others = new Uint32Array(1 << 16);
  #count = 0;

  push(one: number, other: number): void {
    if (this.#count === this.#ones.length) {
      this.#ones = grown(this.#ones);
      this.#others = grown(this.#others);
    }
    this.#ones[this.#count] = one;
    this.#others[this.#count] = other;
    this.#count += 1;
  }

  taken(): Omit<Pairs, 'skippedBlocks'> {
    const count = this.#count;
    return { count, ones: this.#ones.subarray(0, count), others: this.#others.subarray(0, count) };
  }
}

function grown(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}

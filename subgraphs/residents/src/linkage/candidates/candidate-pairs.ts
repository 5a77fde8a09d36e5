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

/**
 * The pairs that share a key.
 *
 * 1. For each key the records are sorted by it: hash and place in one number, which sorts fast.
 * 2. In blocks that are too large the key is taken from the records.
 * 3. Of each other block all pairs are taken, except those that an earlier key has given already, which shows from
 *    the earlier keys of the two records alone: no set of pairs is kept.
 */
export function candidatePairs(
  count: number,
  keys: readonly CandidateKey[],
  { isWanted }: CandidateOptions = {},
): Pairs {
  const pairs = new PairList();
  const earlier: Uint32Array[] = [];
  let skippedBlocks = 0;
  for (const { key, largestBlock } of keys) {
    const hashes = Uint32Array.from({ length: count }, (_, place) => key(place));
    skippedBlocks += eachBlock(hashes, largestBlock, (block) => addPairs(block, earlier, pairs, isWanted));
    earlier.push(hashes);
  }
  return { ...pairs.taken(), skippedBlocks };
}

function eachBlock(hashes: Uint32Array, largest: number, take: (block: Float64Array) => void): number {
  const scale = 2 ** Math.ceil(Math.log2(hashes.length + 1));
  const sorted = sortedByHash(hashes, scale);
  let skipped = 0;
  for (let from = 0; from < sorted.length;) {
    const hash = Math.floor(sorted[from]! / scale);
    let to = from + 1;
    while (to < sorted.length && Math.floor(sorted[to]! / scale) === hash) to += 1;
    if (to - from > largest) {
      skipped += 1;
      for (let at = from; at < to; at += 1) hashes[sorted[at]! % scale] = 0;
    } else if (to - from > 1) {
      take(sorted.subarray(from, to).map((value) => value % scale));
    }
    from = to;
  }
  return skipped;
}

function sortedByHash(hashes: Uint32Array, scale: number): Float64Array {
  const bits = 53 - Math.log2(scale);
  const divisor = bits >= 32 ? 1 : 2 ** (32 - bits);
  let used = 0;
  const values = new Float64Array(hashes.length);
  for (let place = 0; place < hashes.length; place += 1) {
    const hash = hashes[place]!;
    if (hash === 0) continue;
    values[used] = Math.floor(hash / divisor) * scale + place;
    used += 1;
  }
  return values.subarray(0, used).sort();
}

function addPairs(
  block: Float64Array,
  earlier: readonly Uint32Array[],
  pairs: PairList,
  isWanted: CandidateOptions['isWanted'],
): void {
  for (let at = 0; at < block.length; at += 1) {
    for (let next = at + 1; next < block.length; next += 1) {
      const [one, other] = [block[at]!, block[next]!];
      if (isWanted !== undefined && !isWanted(one, other)) continue;
      if (!isKnown(one, other, earlier)) pairs.push(one, other);
    }
  }
}

function isKnown(one: number, other: number, earlier: readonly Uint32Array[]): boolean {
  for (const hashes of earlier) {
    const hash = hashes[one]!;
    if (hash !== 0 && hash === hashes[other]!) return true;
  }
  return false;
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

import { sortByKeys } from '../columns/index.ts';

/** A pair of records with its weight in bits. */
export interface Edges {
  readonly count: number;
  readonly ones: Uint32Array;
  readonly others: Uint32Array;
  readonly weights: Float32Array;
}

export interface ClusterOptions {
  /** Pairs of less weight never begin a union. */
  readonly leastWeight: number;
  /** Two groups become one only while the mean weight between their records is above this. */
  readonly guard: number;
  /** The weight of any two records, whether or not they were candidates. */
  readonly weight: (one: number, other: number) => number;
  /** The mean is over this many pairs between two groups at most. */
  readonly mostPairs?: number;
}

/**
 * Divides records into people, best evidence first.
 *
 * 1. Pairs are taken by falling weight.
 * 2. The groups of the two records become one only if the mean weight between all their records is above the guard:
 *    a chain of records, each like the next, does not pull together ends that are unlike.
 *
 * Gives for each record the place of the first record of its group.
 */
export function cluster(records: number, edges: Edges, options: ClusterOptions): Uint32Array {
  const groups = new Groups(records);
  for (const edge of byFallingWeight(edges, options.leastWeight)) {
    const one = groups.find(edges.ones[edge]!);
    const other = groups.find(edges.others[edge]!);
    if (one === other) continue;
    if (groups.areSingle(one, other) || meanWeight(groups, one, other, options) > options.guard)
      groups.unite(one, other);
  }
  return groups.roots();
}

function byFallingWeight({ count, weights }: Edges, least: number): Uint32Array {
  let kept = 0;
  const [order, keys] = [new Uint32Array(count), new Uint32Array(count)];
  const bits = new Int32Array(1);
  const asFloat = new Float32Array(bits.buffer);
  for (let edge = 0; edge < count; edge += 1) {
    if (weights[edge]! < least) continue;
    asFloat[0] = -weights[edge]!;
    keys[kept] = ascendingKey(bits[0]!);
    order[kept] = edge;
    kept += 1;
  }
  const sorted = order.subarray(0, kept);
  sortByKeys(keys.subarray(0, kept), sorted);
  return sorted;
}

/** The bits of a 32-bit float as a whole number that rises with it: the bits of negative ones fall (IEEE 754). */
function ascendingKey(bits: number): number {
  return (bits < 0 ? ~bits : bits | 0x80000000) >>> 0;
}

function meanWeight(groups: Groups, one: number, other: number, options: ClusterOptions): number {
  const mostPairs = options.mostPairs ?? 400;
  let [sum, pairs] = [0, 0];
  for (const record of groups.members(one)) {
    for (const another of groups.members(other)) {
      sum += options.weight(record, another);
      pairs += 1;
      if (pairs >= mostPairs) return sum / pairs;
    }
  }
  return sum / pairs;
}

/** Disjoint sets whose members can be walked. */
class Groups {
  readonly #parents: Uint32Array;
  /** The next member of the group in a ring. */
  readonly #next: Uint32Array;

  constructor(records: number) {
    this.#parents = Uint32Array.from({ length: records }, (_, place) => place);
    this.#next = this.#parents.slice();
  }

  find(record: number): number {
    let root = record;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    for (let at = record; at !== root;) [at, this.#parents[at]] = [this.#parents[at]!, root];
    return root;
  }

  areSingle(one: number, other: number): boolean {
    return this.#next[one] === one && this.#next[other] === other;
  }

  *members(root: number): Generator<number> {
    let at = root;
    do {
      yield at;
      at = this.#next[at]!;
    } while (at !== root);
  }

  unite(one: number, other: number): void {
    const [first, second] = one < other ? [one, other] : [other, one];
    this.#parents[second] = first;
    [this.#next[first], this.#next[second]] = [this.#next[second]!, this.#next[first]!];
  }

  roots(): Uint32Array {
    return this.#parents.map((_, record) => this.find(record));
  }
}

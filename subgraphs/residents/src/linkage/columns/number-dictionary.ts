import type { NumberTokens } from '@resident-graph/subgraph-kit';

import { Dictionary } from './dictionary.ts';
import { textHash } from './text-hash.ts';

const deletionsKept = 12;

/** Numbers whole Social Security numbers by their tokens, and tells which of them are close or consecutive. */
export class NumberDictionary {
  readonly values = new Dictionary();
  /** The hash of each number's token and that of the number after it, by code. */
  #successors: Uint32Array;
  #deletions: Uint32Array;

  /** Room is made for so many numbers; more find room too. */
  constructor(capacity: number) {
    this.#successors = new Uint32Array(capacity + 1);
    this.#deletions = new Uint32Array((capacity + 1) * deletionsKept);
  }

  /** The code of a number; 0 where the whole number is not known. */
  add(tokens: NumberTokens | null): number {
    if (tokens === null || tokens.number === null) return 0;
    const code = this.values.add(tokens.number);
    this.#makeRoom(code + 1);
    this.#successors[code] = textHash(tokens.successor ?? '');
    for (let place = 0; place < tokens.deletions.length; place += 1) {
      this.#deletions[code * deletionsKept + place] = Math.max(1, tokens.deletions[place]!);
    }
    return code;
  }

  /** Whether the number of one code is that of the other code with one slip of the pen. */
  areClose(one: number, other: number): boolean {
    for (let place = 0; place < deletionsKept; place += 1) {
      const token = this.#deletions[one * deletionsKept + place];
      if (token === 0) return false;
      // A digit replaced leaves the same rest at one place, two swapped digits at neighbouring places.
      for (let near = Math.max(0, place - 1); near <= Math.min(place + 1, deletionsKept - 1); near += 1) {
        if (token === this.#deletions[other * deletionsKept + near]) return true;
      }
    }
    return false;
  }

  /** Whether one number follows the other. */
  areConsecutive(one: number, other: number): boolean {
    return (
      this.#successors[one] === this.values.hash(other) || this.#successors[other] === this.values.hash(one)
    );
  }

  #makeRoom(codes: number): void {
    if (codes <= this.#successors.length) return;
    const size = Math.max(codes, Math.ceil(this.#successors.length * 1.5));
    const [successors, deletions] = [new Uint32Array(size), new Uint32Array(size * deletionsKept)];
    successors.set(this.#successors);
    deletions.set(this.#deletions);
    [this.#successors, this.#deletions] = [successors, deletions];
  }
}

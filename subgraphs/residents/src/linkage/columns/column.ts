import type { Dictionary } from './dictionary.ts';

/** One field of many records, as codes of a dictionary. */
export class Column {
  readonly dictionary: Dictionary;
  #codes: Uint32Array;
  #length = 0;
  #counts: Uint32Array | null = null;

  constructor(dictionary: Dictionary, capacity: number) {
    this.dictionary = dictionary;
    this.#codes = new Uint32Array(Math.max(1, capacity));
  }

  get codes(): Uint32Array {
    return this.#codes;
  }

  push(code: number): void {
    if (this.#length === this.#codes.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes[this.#length] = code;
    this.#length += 1;
    this.#counts = null;
  }

  /** How many records have each code; index 0 counts those without a value. */
  get counts(): Uint32Array {
    if (this.#counts !== null) return this.#counts;
    const counts = new Uint32Array(this.dictionary.size);
    for (let at = 0; at < this.#length; at += 1) counts[this.#codes[at]!]! += 1;
    this.#counts = counts;
    return counts;
  }
}

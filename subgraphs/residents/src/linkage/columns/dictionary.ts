import { ownCopy } from './own-copy.ts';
import { textHash } from './text-hash.ts';

/**
 * Numbers the distinct values of columns: 1, 2, 3 … in the order in which they come; 0 stands for no value. A table of
 * hashes with open addressing: a `Map` takes more room, and holds 16.7 million values at most.
 */
export class Dictionary {
  readonly #values: string[] = [''];
  #hashes = new Uint32Array(32);
  /** The code at the place of its hash or after it, at most half of them taken; 0 where none is. */
  #codes = new Uint32Array(64);

  /** How many codes there are, 0 included. */
  get size(): number {
    return this.#values.length;
  }

  /** The code of a value, a new one if it was not seen before; 0 for null. */
  add(value: string | null): number {
    if (value === null) return 0;
    const hash = textHash(value);
    const slot = this.#slotOf(value, hash);
    const known = this.#codes[slot]!;
    return known === 0 ? this.#addNew(value, hash, slot) : known;
  }

  /** The value of a code; '' for 0. */
  value(code: number): string {
    return this.#values[code] ?? '';
  }

  /** The hash of a code's value; 0 for 0. */
  hash(code: number): number {
    return this.#hashes[code]!;
  }

  #slotOf(value: string, hash: number): number {
    const last = this.#codes.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const code = this.#codes[slot]!;
      if (code === 0 || (this.#hashes[code] === hash && this.#values[code] === value)) return slot;
    }
  }

  #addNew(value: string, hash: number, slot: number): number {
    const code = this.#values.length;
    this.#values.push(ownCopy(value));
    this.#codes[slot] = code;
    this.#hashes[code] = hash;
    if (code + 1 === this.#hashes.length) this.#makeRoom();
    return code;
  }

  #makeRoom(): void {
    const hashes = new Uint32Array(2 * this.#hashes.length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#codes = new Uint32Array(2 * hashes.length);
    const last = this.#codes.length - 1;
    for (let code = 1; code < this.size; code += 1) {
      let slot = hashes[code]! & last;
      while (this.#codes[slot] !== 0) slot = (slot + 1) & last;
      this.#codes[slot] = code;
    }
  }
}

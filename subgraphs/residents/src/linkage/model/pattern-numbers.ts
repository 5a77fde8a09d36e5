/**
 * Numbers patterns 0, 1, 2 … in the order in which they come. A table of keys with open addressing, because a `Map`
 * allocates every key that has more than 31 bits.
 */
export class PatternNumbers {
  #count = 0;
  #keys = new Float64Array(1 << 4).fill(-1);
  #numbers = new Uint32Array(1 << 4);

  get count(): number {
    return this.#count;
  }

  /** The number of the pattern that two whole numbers below 2^26 stand for; a new one if it was not seen before. */
  number(high: number, low: number): number {
    const key = high * 0x4000000 + low;
    const slot = this.#slotOf(key, high, low);
    if (this.#keys[slot] === key) return this.#numbers[slot]!;
    this.#keys[slot] = key;
    this.#numbers[slot] = this.#count;
    this.#count += 1;
    if (this.#count * 2 > this.#keys.length) this.#makeRoom();
    return this.#count - 1;
  }

  #slotOf(key: number, high: number, low: number): number {
    const last = this.#keys.length - 1;
    const hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & last;
    while (this.#keys[slot] !== key && this.#keys[slot] !== -1) slot = (slot + 1) & last;
    return slot;
  }

  #makeRoom(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(2 * keys.length).fill(-1);
    this.#numbers = new Uint32Array(2 * keys.length);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at]!;
      if (key === -1) continue;
      const slot = this.#slotOf(key, Math.floor(key / 0x4000000), key % 0x4000000);
      this.#keys[slot] = key;
      this.#numbers[slot] = numbers[at]!;
    }
  }
}

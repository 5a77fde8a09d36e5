/** So many fields there is room for: the codes of one record fill one line of a processor's cache. */
const width = 16;

/**
 * The codes of all fields of many records, those of one record side by side: what two records are compared by is
 * fetched from two places in memory, not from two for each field.
 */
export class Rows {
  #cells: Uint32Array;
  #count = 0;

  constructor(capacity: number) {
    this.#cells = new Uint32Array(Math.max(1, capacity) * width);
  }

  get count(): number {
    return this.#count;
  }

  /** Begins a record without any value and gives its place. */
  add(): number {
    if ((this.#count + 1) * width > this.#cells.length) {
      const larger = new Uint32Array(this.#cells.length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#count += 1;
    return this.#count - 1;
  }

  code(place: number, field: number): number {
    return this.#cells[place * width + field]!;
  }

  set(place: number, field: number, code: number): void {
    this.#cells[place * width + field] = code;
  }
}

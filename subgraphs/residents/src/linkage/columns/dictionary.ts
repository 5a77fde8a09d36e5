/** Numbers the distinct values of columns: 1, 2, 3 … in the order in which they come; 0 stands for no value. */
export class Dictionary {
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [''];

  /** How many codes there are, 0 included. */
  get size(): number {
    return this.#values.length;
  }

  /** The code of a value, a new one if it was not seen before; 0 for null. */
  add(value: string | null): number {
    if (value === null) return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codes.set(value, code);
    this.#values.push(value);
    return code;
  }

  /** The value of a code; '' for 0. */
  value(code: number): string {
    return this.#values[code] ?? '';
  }
}

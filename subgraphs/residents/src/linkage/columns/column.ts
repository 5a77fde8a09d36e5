import type { Dictionary } from './dictionary.ts';
import type { Rows } from './rows.ts';

/** One field of many records, as codes of a dictionary. */
export class Column {
  readonly dictionary: Dictionary;
  readonly #rows: Rows;
  readonly #field: number;
  #counts = new Uint32Array(0);
  #counted = 0;

  /** The field is one of the rows by its place in them. */
  constructor(dictionary: Dictionary, rows: Rows, field: number) {
    this.dictionary = dictionary;
    this.#rows = rows;
    this.#field = field;
  }

  /** The code of a record's value; 0 where it has none. */
  code(place: number): number {
    return this.#rows.code(place, this.#field);
  }

  /** The value of a record; '' where it has none. */
  value(place: number): string {
    return this.dictionary.value(this.code(place));
  }

  /** Gives a record its value. */
  set(place: number, code: number): void {
    this.#rows.set(place, this.#field, code);
  }

  /** How many records have each code; index 0 counts those without a value. */
  get counts(): Uint32Array {
    if (this.#counted === this.#rows.count) return this.#counts;
    this.#counted = this.#rows.count;
    this.#counts = new Uint32Array(this.dictionary.size);
    for (let place = 0; place < this.#counted; place += 1) this.#counts[this.code(place)]! += 1;
    return this.#counts;
  }
}

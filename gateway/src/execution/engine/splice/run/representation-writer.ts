import type { EntityInputs } from '../program/index.ts';
import { cell } from './entity-cells.ts';
import type { SpliceMemory } from './splice-memory.ts';

const firstBytes = 16_384;
/** Room beyond this is given up again. */
const mostKeptBytes = 1_048_576;
const comma = 44;

/** Writes the JSON of the entities that are asked for together, from the bytes of their keys. */
export class RepresentationWriter {
  #bytes = Buffer.allocUnsafeSlow(firstBytes);
  #size = 0;

  clear(): void {
    this.#size = 0;
    if (this.#bytes.length > mostKeptBytes) this.#bytes = Buffer.allocUnsafeSlow(firstBytes);
  }

  /** @param at - the entity's cell */
  add({ values, closing }: EntityInputs, at: number, { bytes, numbers }: SpliceMemory): void {
    if (this.#size > 0) {
      this.#makeRoom(1);
      this.#bytes[this.#size] = comma;
      this.#size += 1;
    }
    for (let index = 0; index < values.length; index += 1) {
      const opening = values[index]?.opening;
      if (opening) this.#write(opening, 0, opening.length);
      const key = at + cell.key + index * 2;
      this.#write(bytes, numbers[key] ?? 0, numbers[key + 1] ?? 0);
    }
    this.#write(closing, 0, closing.length);
  }

  take(): string {
    return this.#bytes.toString('utf8', 0, this.#size);
  }

  #write(source: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    const bytes = this.#bytes;
    let to = this.#size;
    for (let from = start; from < end; from += 1, to += 1) bytes[to] = source[from] ?? 0;
    this.#size = to;
  }

  #makeRoom(length: number): void {
    if (this.#size + length <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#size + length, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = grown;
  }
}

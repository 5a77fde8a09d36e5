import type { SpliceMemory } from './splice-memory.ts';

/** Up to this length a loop is faster than a call of what copies memory. */
const shortRange = 40;

/** Writes behind what is in a memory, from ranges of the same memory and from bytes of ours. */
export class ByteWriter {
  /** Where the next byte goes; to be set back to unwrite. */
  at: number;
  readonly #memory: SpliceMemory;
  #bytes: Buffer;

  constructor(memory: SpliceMemory) {
    this.#memory = memory;
    this.#bytes = memory.bytes;
    this.at = memory.usedBytes;
  }

  /** What was written since, until more is. */
  taken(start: number): Buffer {
    return this.#bytes.subarray(start, this.at);
  }

  write(text: Uint8Array): void {
    const { length } = text;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    let { at } = this;
    for (let index = 0; index < length; index += 1, at += 1) bytes[at] = text[index] ?? 0;
    this.at = at;
  }

  /** Writes a range of the memory. */
  copy(start: number, end: number): void {
    const length = end - start;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    if (length > shortRange) bytes.copyWithin(this.at, start, end);
    else {
      const to = this.at - start;
      for (let from = start; from < end; from += 1) bytes[to + from] = bytes[from] ?? 0;
    }
    this.at += length;
  }

  #makeRoom(length: number): void {
    if (this.at + length <= this.#bytes.length) return;
    this.#memory.usedBytes = this.at;
    this.#memory.reserve(length);
    this.#bytes = this.#memory.bytes;
  }
}

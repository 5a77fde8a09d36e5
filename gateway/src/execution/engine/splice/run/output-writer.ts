import { record as recordAt, slot } from '../layout/index.ts';
import type { OutputMemo, OutputObject, OutputPart, OutputVariant } from '../program/index.ts';
import { cell, joined } from './entity-cells.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

const [before, after, comma, openList, closeList, nullText] = ['{"data":', '}', ',', '[', ']', 'null'].map(
  (text) => Buffer.from(text),
) as unknown as readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Up to this length a loop is faster than a call of what copies memory. */
const shortRange = 40;

/** Writes the client's answer from the ranges that a run has found. */
export class OutputWriter {
  readonly #memory: SpliceMemory;
  #bytes: Buffer;
  #at: number;

  constructor(memory: SpliceMemory) {
    this.#memory = memory;
    this.#bytes = memory.bytes;
    this.#at = memory.usedBytes;
  }

  /**
   * @returns the response's bytes, which are the caller's
   * @throws surprise if an entity is missing
   */
  response(output: OutputObject, root: number): Buffer {
    const start = this.#at;
    this.#write(before);
    this.#object(output, root);
    this.#write(after);
    return Buffer.from(this.#bytes.subarray(start, this.#at));
  }

  #object({ variants }: OutputObject, record: number): void {
    const { numbers } = this.#memory;
    const variant = variants[numbers[record + recordAt.variant] ?? 0];
    if (!variant) throw surprise;
    if (variant.memo) this.#again(variant, variant.memo, record);
    else this.#anew(variant, record);
  }

  #anew({ parts, closing }: OutputVariant, record: number): void {
    const { numbers } = this.#memory;
    for (const part of parts) {
      this.#write(part.opening);
      const from = joined(numbers, record, part.join);
      if (part.inside) this.#inside(part.inside, part, numbers[from + part.from + slot.inside] ?? 0);
      else this.#copy(numbers[from + part.from] ?? 0, numbers[from + part.to + slot.end] ?? 0);
    }
    this.#write(closing);
  }

  /** Copies what was written for the same entity, if it was. */
  #again(variant: OutputVariant, { join, number }: OutputMemo, record: number): void {
    const { numbers } = this.#memory;
    const at = numbers[record + join] ?? 0;
    if (at === 0) throw surprise;
    if (numbers[at + cell.memo] === number) {
      this.#copy(numbers[at + cell.memoStart] ?? 0, numbers[at + cell.memoEnd] ?? 0);
      return;
    }
    const start = this.#at;
    this.#anew(variant, record);
    numbers[at + cell.memo] = number;
    numbers[at + cell.memoStart] = start;
    numbers[at + cell.memoEnd] = this.#at;
  }

  #inside(inside: OutputObject, { isList }: OutputPart, record: number): void {
    if (record < 0) this.#write(nullText);
    else if (isList) this.#list(inside, record);
    else this.#object(inside, record);
  }

  #list(inside: OutputObject, first: number): void {
    const { numbers } = this.#memory;
    this.#write(openList);
    for (let record = first; record !== 0; record = numbers[record] ?? 0) {
      if (record !== first) this.#write(comma);
      if ((numbers[record + recordAt.variant] ?? 0) < 0) this.#write(nullText);
      else this.#object(inside, record);
    }
    this.#write(closeList);
  }

  #write(text: Uint8Array): void {
    const { length } = text;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let index = 0; index < length; index += 1, at += 1) bytes[at] = text[index] ?? 0;
    this.#at = at;
  }

  #copy(start: number, end: number): void {
    const length = end - start;
    this.#makeRoom(length);
    const bytes = this.#bytes;
    if (length > shortRange) bytes.copyWithin(this.#at, start, end);
    else {
      const to = this.#at - start;
      for (let at = start; at < end; at += 1) bytes[to + at] = bytes[at] ?? 0;
    }
    this.#at += length;
  }

  #makeRoom(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    this.#memory.usedBytes = this.#at;
    this.#memory.reserve(length);
    this.#bytes = this.#memory.bytes;
  }
}

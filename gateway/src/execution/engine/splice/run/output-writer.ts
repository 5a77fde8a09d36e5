import { record as recordAt, slot } from '../layout/index.ts';
import type { OutputMemo, OutputObject, OutputPart, OutputVariant } from '../program/index.ts';
import { ByteWriter } from './byte-writer.ts';
import { cell, joined } from './entity-cells.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

const [before, after, comma, openList, closeList, nullText] = ['{"data":', '}', ',', '[', ']', 'null'].map(
  (text) => Buffer.from(text),
) as unknown as readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/** Writes the client's answer from the ranges that a run has found. */
export class OutputWriter {
  readonly #memory: SpliceMemory;
  readonly #writer: ByteWriter;

  constructor(memory: SpliceMemory) {
    this.#memory = memory;
    this.#writer = new ByteWriter(memory);
  }

  /**
   * @returns the response's bytes, which are the caller's
   * @throws surprise if an entity is missing
   */
  response(output: OutputObject, root: number): Buffer {
    const start = this.#writer.at;
    this.#writer.write(before);
    this.#object(output, root);
    this.#writer.write(after);
    return Buffer.from(this.#writer.taken(start));
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
      this.#writer.write(part.opening);
      const from = joined(numbers, record, part.join);
      if (part.inside) this.#inside(part.inside, part, numbers[from + part.from + slot.inside] ?? 0);
      else this.#writer.copy(numbers[from + part.from] ?? 0, numbers[from + part.to + slot.end] ?? 0);
    }
    this.#writer.write(closing);
  }

  /** Copies what was written for the same entity, if it was. */
  #again(variant: OutputVariant, { join, number }: OutputMemo, record: number): void {
    const { numbers } = this.#memory;
    const at = numbers[record + join] ?? 0;
    if (at === 0) throw surprise;
    if (numbers[at + cell.memo] === number) {
      this.#writer.copy(numbers[at + cell.memoStart] ?? 0, numbers[at + cell.memoEnd] ?? 0);
      return;
    }
    const start = this.#writer.at;
    this.#anew(variant, record);
    numbers[at + cell.memo] = number;
    numbers[at + cell.memoStart] = start;
    numbers[at + cell.memoEnd] = this.#writer.at;
  }

  #inside(inside: OutputObject, { isList }: OutputPart, record: number): void {
    if (record < 0) this.#writer.write(nullText);
    else if (isList) this.#list(inside, record);
    else this.#object(inside, record);
  }

  #list(inside: OutputObject, first: number): void {
    const { numbers } = this.#memory;
    this.#writer.write(openList);
    for (let record = first; record !== 0; record = numbers[record] ?? 0) {
      if (record !== first) this.#writer.write(comma);
      if ((numbers[record + recordAt.variant] ?? 0) < 0) this.#writer.write(nullText);
      else this.#object(inside, record);
    }
    this.#writer.write(closeList);
  }
}

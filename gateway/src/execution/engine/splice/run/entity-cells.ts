import type { EntityInputs } from '../program/index.ts';
import type { Failures } from './failures.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

/**
 * Offsets in an entity's cell: its record (0 while it is awaited, -1 if there is no such entity), its variant,
 * the last walk that came by, the next cell in the bucket, the batch in which it was asked for, the memo by
 * which it was written last and where that begins and ends, the target and the cell of an entity that is known
 * by this one, the hash of its key, and the ranges of the key's values.
 */
export const cell = {
  record: 0,
  variant: 1,
  walk: 2,
  next: 3,
  batch: 4,
  memo: 5,
  memoStart: 6,
  memoEnd: 7,
  twinTarget: 8,
  twin: 9,
  hash: 10,
  key: 11,
} as const;

const buckets = 256;

/** The entities that one run has asked for or has, for each group of fetches that ask the same. */
export class EntityCells {
  readonly #memory: SpliceMemory;
  readonly #failures: Failures;
  /** Where each group's buckets are; 0 if it has none yet. */
  readonly #tables: Int32Array;
  #ranges = new Int32Array(16);

  constructor(memory: SpliceMemory, failures: Failures, groups: number) {
    this.#failures = failures;
    this.#memory = memory;
    this.#tables = new Int32Array(groups);
  }

  /**
   * The cell of the entity that a record stands for; a new one belongs to no batch yet, which is 0.
   *
   * @throws surprise if what is needed to know it isn't there
   */
  cellOf(group: number, inputs: EntityInputs, record: number): number {
    const hash = this.#readKey(inputs, record);
    const bucket = this.#tableOf(group) + (hash & (buckets - 1));
    const { numbers } = this.#memory;
    for (let at = numbers[bucket] ?? 0; at !== 0; at = numbers[at + cell.next] ?? 0) {
      if (numbers[at + cell.hash] === hash && this.#isSame(at, inputs)) return at;
    }
    return this.#add(bucket, hash, inputs);
  }

  #tableOf(group: number): number {
    const known = this.#tables[group] ?? 0;
    return known === 0 ? (this.#tables[group] = this.#memory.allocate(buckets)) : known;
  }

  #readKey({ values }: EntityInputs, record: number): number {
    if (values.length * 2 > this.#ranges.length) this.#ranges = new Int32Array(values.length * 2);
    const { numbers, bytes } = this.#memory;
    let hash = values.length;
    for (let index = 0; index < values.length; index += 1) {
      const input = values[index];
      if (!input) throw surprise;
      const from = joined(numbers, record, input.join) + input.slot;
      if (this.#failures.any && this.#failures.at(from)) throw surprise;
      const start = numbers[from] ?? 0;
      const end = numbers[from + 1] ?? 0;
      this.#ranges[index * 2] = start;
      this.#ranges[index * 2 + 1] = end;
      for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    }
    return (hash ^ (hash >>> 15)) | 0;
  }

  #isSame(at: number, { variant, values }: EntityInputs): boolean {
    const { numbers, bytes } = this.#memory;
    if (numbers[at + cell.variant] !== variant) return false;
    for (let index = 0; index < values.length * 2; index += 2) {
      const start = this.#ranges[index] ?? 0;
      const other = numbers[at + cell.key + index] ?? 0;
      const length = (this.#ranges[index + 1] ?? 0) - start;
      if ((numbers[at + cell.key + index + 1] ?? 0) - other !== length) return false;
      for (let byte = 0; byte < length; byte += 1) {
        if (bytes[start + byte] !== bytes[other + byte]) return false;
      }
    }
    return true;
  }

  #add(bucket: number, hash: number, { variant, values }: EntityInputs): number {
    const memory = this.#memory;
    const at = memory.allocate(cell.key + values.length * 2);
    const { numbers } = memory;
    numbers[at + cell.variant] = variant;
    numbers[at + cell.hash] = hash;
    for (let index = 0; index < values.length * 2; index += 1) {
      numbers[at + cell.key + index] = this.#ranges[index] ?? 0;
    }
    numbers[at + cell.next] = numbers[bucket] ?? 0;
    numbers[bucket] = at;
    return at;
  }
}

/**
 * The record that has a field: the record itself, or the entity that a fetch joined to it.
 *
 * @param join - where in the record the entity's cell is; 0 for the record itself
 * @throws surprise if there is no such entity
 */
export function joined(numbers: Int32Array, record: number, join: number): number {
  if (join === 0) return record;
  const at = numbers[record + join] ?? 0;
  const entity = at === 0 ? 0 : (numbers[at] ?? 0);
  if (entity <= 0) throw surprise;
  return entity;
}

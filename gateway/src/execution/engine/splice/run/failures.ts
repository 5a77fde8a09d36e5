import type { ErrorTree } from '../../answers/index.ts';
import type { ObjectLayout, ValueLayout } from '../layout/index.ts';
import { record as recordAt, slot } from '../layout/index.ts';
import type { SpliceMemory } from './splice-memory.ts';
import { surprise } from './surprise.ts';

/** What stands in the place of a record for null. */
const nothing = -1;

/**
 * The errors of a run's answers, by where the null stands in the run's memory that each of them made: a field
 * of a record, an item of a list, an entity's cell.
 */
export class Failures {
  readonly #memory: SpliceMemory;
  readonly #trees = new Map<number, ErrorTree>();
  /** The records that were kept whole, because their answers have errors. */
  readonly #kept: (readonly [from: number, to: number])[] = [];
  /** Whether an entity was asked for and is not there, of which nobody may have said why. */
  #lacksEntity = false;

  constructor(memory: SpliceMemory) {
    this.#memory = memory;
  }

  /** Whether the client's answer can't be copied without looking at its values. */
  get any(): boolean {
    return this.#lacksEntity || this.#trees.size > 0;
  }

  /** Whether everything below a place of the memory was kept. */
  keeps(place: number): boolean {
    return this.#kept.some(([from, to]) => place >= from && place < to);
  }

  /** Notes that everything between was kept. */
  keep(from: number, to: number): void {
    this.#kept.push([from, to]);
  }

  at(place: number): ErrorTree | undefined {
    return this.#trees.get(place);
  }

  /** Notes what entities are missing. */
  lookAt(cells: readonly number[]): void {
    const { numbers } = this.#memory;
    for (const at of cells) if (numbers[at] === nothing) this.#lacksEntity = true;
  }

  /**
   * Notes the errors of a root object.
   *
   * @throws surprise if one of them is not at a null, or below one
   */
  addRoot(tree: ErrorTree, layout: ObjectLayout, record: number): void {
    this.#object(tree, layout, record);
  }

  /** The same for entities. */
  addEntities(tree: ErrorTree, layout: ObjectLayout, cells: readonly number[]): void {
    const entities = tree.child('_entities');
    if (tree.errors.length > 0 || tree.children.size > 1 || !entities || entities.errors.length > 0)
      throw surprise;
    for (const [index, child] of entities.children) {
      const at = typeof index === 'number' ? cells[index] : undefined;
      const entity = this.#memory.numbers[at ?? 0] ?? 0;
      if (at === undefined || entity === 0) throw surprise;
      if (entity === nothing) this.#trees.set(at, child);
      else this.#object(child, layout, entity);
    }
  }

  #object(tree: ErrorTree, layout: ObjectLayout, record: number): void {
    if (tree.errors.length > 0 || record <= 0) throw surprise;
    const variant = layout.variants[this.#memory.numbers[record + recordAt.variant] ?? 0];
    for (const [key, child] of tree.children) {
      const field = variant?.fields.find((candidate) => candidate.key === key);
      if (!field) throw surprise;
      const place = record + field.slot;
      const inside = this.#memory.numbers[place + slot.inside] ?? 0;
      if (inside === nothing) this.#trees.set(place, child);
      else this.#value(child, field.value, inside);
    }
  }

  #value(tree: ErrorTree, { kind, object, item }: ValueLayout, inside: number): void {
    if (kind === 'object' && object) return this.#object(tree, object, inside);
    if (kind !== 'list' || !item?.object || tree.errors.length > 0) throw surprise;
    const places = this.#items(inside);
    for (const [index, child] of tree.children) {
      const place = typeof index === 'number' ? places[index] : undefined;
      if (place === undefined) throw surprise;
      const isNull = (this.#memory.numbers[place + recordAt.variant] ?? 0) < 0;
      if (isNull) this.#trees.set(place, child);
      else this.#object(child, item.object, place);
    }
    return undefined;
  }

  #items(first: number): readonly number[] {
    const places: number[] = [];
    for (let at = first; at > 0; at = this.#memory.numbers[at] ?? 0) places.push(at);
    return places;
  }
}

import type { GraphQLFormattedError } from 'graphql';

import type { DataRecord, Path, ShownError, SlotFailure } from '../data/index.ts';

/** What one shaping keeps: where it stands in the client's answer, and the errors that it met. */
export class ShapeContext {
  readonly errors: GraphQLFormattedError[] = [];
  /** What introspection answered to the root fields that agencies don't know. */
  readonly introspection: Readonly<DataRecord>;
  /** Where the object or list stands whose slots are being shaped. */
  readonly #path: (string | number)[] = [];
  readonly #responseNames: ReadonlyMap<string, string>;
  /** The paths at which each error has been reported: a cause that empties several slots is one error. */
  readonly #reported = new Map<ShownError, Set<string>>();

  constructor(responseNames: ReadonlyMap<string, string>, introspection: Readonly<DataRecord>) {
    this.#responseNames = responseNames;
    this.introspection = introspection;
  }

  enter(key: string | number): void {
    this.#path.push(key);
  }

  leave(): void {
    this.#path.pop();
  }

  /** Reports why a slot of the current object or list has no value. */
  report({ causes }: SlotFailure): void {
    for (const { error, path } of causes) this.reportAt(error, path);
  }

  /** @param below - from the current object or list, by keys of the data */
  reportAt(error: ShownError, below: Path): void {
    const path = this.#path.slice();
    for (const key of below) path.push(this.#responseName(key));
    // Names begin with no digit, so that no two paths are written alike.
    const place = path.join('.');
    const places = this.#reported.get(error) ?? new Set<string>();
    if (places.has(place)) return;
    this.#reported.set(error, places.add(place));
    const { message, extensions = {}, locations } = error;
    // Written out, because V8 takes its time to copy an object whose properties it doesn't know.
    this.errors.push(locations ? { message, locations, path, extensions } : { message, path, extensions });
  }

  #responseName(key: string | number): string | number {
    return typeof key === 'string' ? (this.#responseNames.get(key) ?? key) : key;
  }
}

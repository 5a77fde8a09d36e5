/** Finds the entity that a representation stands for, by its `__typename` and key; null where there is none. */
type EntityFinder = (representation: Readonly<Record<string, unknown>>) => unknown;

/** A subgraph whose answers come from plain objects: a field's value, or a function that gives or throws it. */
export interface InMemorySubgraph {
  readonly name: string;
  /** Federation 2 SDL. */
  readonly schema: string;
  /** The types that have a key here. */
  readonly entities: readonly string[];
  /** The fields of Query. */
  readonly root: Readonly<Record<string, unknown>>;
  readonly find: EntityFinder;
}

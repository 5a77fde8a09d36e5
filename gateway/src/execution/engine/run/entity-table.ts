import type { EntityBatch } from './entity-batch.ts';

/** An entity that was asked for: which batch, and where in it. */
export interface EntityEntry {
  readonly batch: EntityBatch;
  readonly index: number;
}

/** The entities that one request has asked for already, for each group of like fetches. */
export class EntityTables {
  readonly #tables = new Map<string, Map<string, EntityEntry>>();

  /** @param group - fetches with the same text and variables */
  table(group: string): Map<string, EntityEntry> {
    const known = this.#tables.get(group) ?? new Map<string, EntityEntry>();
    this.#tables.set(group, known);
    return known;
  }
}

import type { ErrorTree } from '../answers/index.ts';
import type { DataRecord, ShownError } from '../data/index.ts';

/** What came of a batch: the entities in their order, not yet checked, or the errors that stand for them all. */
export type BatchOutcome =
  | {
      readonly kind: 'answered';
      readonly entities: readonly unknown[];
      readonly errors: ErrorTree | undefined;
    }
  | { readonly kind: 'failed'; readonly errors: readonly ShownError[] };

/** Entities that one request asks an agency for at once. */
export class EntityBatch {
  readonly representations: DataRecord[] = [];
  outcome: BatchOutcome | undefined;
  readonly #listeners: (() => void)[] = [];

  /** For fetches that use what another one asked for. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.#listeners.push(resolve));
  }

  settle(outcome: BatchOutcome): void {
    this.outcome = outcome;
    for (const listener of this.#listeners) listener();
  }
}

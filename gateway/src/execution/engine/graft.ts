import type { DataRecord, ShownError } from './data/index.ts';
import { isRecord, SlotFailure } from './data/index.ts';

/** How two parts of an operation are joined. */
export interface GraftOptions {
  /** Keys that may differ: the inputs because of which the operation was split. */
  readonly inputs: ReadonlySet<string>;
  /** The error of what was no longer the same when the second part was fetched. */
  readonly changed: ShownError;
}

/**
 * Adds to the data what another part of the same operation fetched, object by object. Both were fetched one
 * beside the other; where the data changed between the two, what doesn't agree is not joined but fails.
 */
export function graft(target: DataRecord, source: DataRecord, options: GraftOptions): void {
  for (const [key, added] of Object.entries(source)) {
    const held = target[key];
    if (held === undefined) target[key] = added;
    else if (!options.inputs.has(key) && !graftValue(held, added, options)) {
      target[key] = SlotFailure.at(key, options.changed);
    }
  }
}

/** @returns false if the two are not the same thing */
function graftValue(held: unknown, added: unknown, options: GraftOptions): boolean {
  if (held instanceof SlotFailure || added instanceof SlotFailure) return true;
  if (Array.isArray(held) && Array.isArray(added)) {
    return (
      held.length === added.length && held.every((item, index) => graftValue(item, added[index], options))
    );
  }
  if (!isRecord(held) || !isRecord(added)) return held === added;
  const isOne = Object.entries(added).every(
    ([key, value]) => options.inputs.has(key) || isSameSlot(held[key], value),
  );
  if (isOne) graft(held, added, options);
  return isOne;
}

/** Objects and lists are compared when they are joined. */
function isSameSlot(held: unknown, added: unknown): boolean {
  if (held === undefined || held instanceof SlotFailure || added instanceof SlotFailure) return true;
  return held === added || (isComposite(held) && isComposite(added));
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/**
 * Null in place of an empty list, for categories that may be concealed: there an answer without records must
 * look like one that was taken away.
 */
export function nothingIfEmpty<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items;
}

/**
 * Cuts a list in order into pieces whose weights add up to at most the limit.
 *
 * @example chunks([1, 2, 3], 2) // [[1, 2], [3]]
 */
export function chunks<Item>(
  items: readonly Item[],
  limit: number,
  weightOf: (item: Item) => number = () => 1,
): Item[][] {
  const pieces: Item[][] = [];
  let weight = Infinity;
  for (const item of items) {
    weight += weightOf(item);
    if (weight > limit) {
      pieces.push([]);
      weight = weightOf(item);
    }
    pieces.at(-1)?.push(item);
  }
  return pieces;
}

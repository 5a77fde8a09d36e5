/** How well found pairs agree with the truth; each 0 to 1. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function qualityOf(right: number, found: number, wanted: number): Quality {
  const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, wanted)];
  return { precision, recall, f1: (2 * right) / Math.max(1, found + wanted) };
}

/** The quality of groups by the pairs of records that they put together. */
export function qualityOfGroups(groups: ArrayLike<number>, truth: readonly string[]): Quality {
  const together = Array.from(truth, (person, record) => `${groups[record]} ${person}`);
  return qualityOf(pairsWithin(together), pairsWithin(Array.from(groups)), pairsWithin(truth));
}

/** How many pairs of records have one value. */
export function pairsWithin(values: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

import type { Edges } from './cluster.ts';

/**
 * The pairs that remain where each record has one counterpart at most, best first: for two sources without
 * duplicates. Gives the numbers of the edges.
 */
export function assignOneToOne(
  { count, ones, others, weights }: Edges,
  leastWeight: number,
): readonly number[] {
  const order = Array.from({ length: count }, (_, edge) => edge)
    .filter((edge) => weights[edge]! >= leastWeight)
    .sort((one, other) => weights[other]! - weights[one]!);
  const taken = new Set<number>();
  return order.filter((edge) => {
    const [one, other] = [ones[edge]!, others[edge]!];
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
}

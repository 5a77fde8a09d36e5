import type { Comparison } from '../comparison/index.ts';

/** Whether anything in the levels of a pair speaks against its being of one person. */
export function contradictionsOf(comparisons: readonly Comparison[]): (levels: ArrayLike<number>) => boolean {
  const contradicting = comparisons.map(({ levels, contradicting: names }) =>
    levels.map((level) => names.includes(level)),
  );
  return (levels) => contradicting.some((names, at) => levels[at]! >= 0 && names[levels[at]!]!);
}

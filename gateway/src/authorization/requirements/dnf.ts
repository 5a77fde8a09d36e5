import type { Label } from '../labels/index.ts';

/** Needs nothing. */
export const everybody: Label = [[]];

/** Beyond this many alternatives a label is replaced by a stronger one. */
const mostAlternatives = 256;

/**
 * What satisfies both labels: each alternative of one joined with each of the other.
 *
 * A product of more than 256 alternatives becomes the one that needs all of their categories: nobody gains by it.
 */
export function both(left: Label, right: Label): Label {
  if (left.length * right.length > mostAlternatives) return [sorted([...left.flat(), ...right.flat()])];
  return simplest(left.flatMap((mine) => right.map((theirs) => sorted([...mine, ...theirs]))));
}

/** What satisfies all of the labels. */
export function all(labels: readonly Label[]): Label {
  return labels.reduce(both, everybody);
}

/** Without alternatives that need more than another does, in one order whatever the order was. */
function simplest(label: Label): Label {
  const keyed = new Map(label.map((alternative) => [alternative.join(' '), alternative]));
  const different = [...keyed].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, each]) => each);
  const needsMore = (mine: readonly string[]): boolean =>
    different.some(
      (theirs) => theirs.length < mine.length && theirs.every((category) => mine.includes(category)),
    );
  return different.filter((alternative) => !needsMore(alternative));
}

function sorted(categories: readonly string[]): readonly string[] {
  return [...new Set(categories)].toSorted();
}

/** Whether two labels that `both` or `all` made are satisfied by the same callers. */
export function isSameLabel(left: Label, right: Label): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

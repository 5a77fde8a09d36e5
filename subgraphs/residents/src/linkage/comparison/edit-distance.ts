/**
 * Optimal string alignment distance (Damerau-Levenshtein without a second edit of what was transposed): how many
 * letters were replaced, left out, added, or swapped with a neighbour. Anything above `most` is given as `most + 1`.
 *
 * @example editDistance('garcia', 'gracia', 2) // 1
 */
export function editDistance(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shorter = Math.min(one.length, other.length) - start;
  while (end < shorter && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return distanceOfRests(one.slice(start, one.length - end), other.slice(start, other.length - end), most);
}

function distanceOfRests(one: string, other: string, most: number): number {
  // One edit leaves one letter at most, or two that are swapped.
  if (most === 1 && Math.max(one.length, other.length) > 2) return 2;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return Math.min(last[other.length] ?? most + 1, most + 1);
}

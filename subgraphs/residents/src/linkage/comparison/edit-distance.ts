/** Rows of the table of distances, kept between calls: names are compared by the million. */
let rows: readonly [Uint16Array, Uint16Array, Uint16Array] = rowsOf(64);

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
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  let [end, endOfOther] = [one.length, other.length];
  while (end > start && endOfOther > start && one.charCodeAt(end - 1) === other.charCodeAt(endOfOther - 1)) {
    end -= 1;
    endOfOther -= 1;
  }
  // One edit leaves one letter at most, or two that are swapped.
  if (most === 1 && Math.max(end, endOfOther) - start > 2) return 2;
  return distanceOfRests(one, other, { start, end, endOfOther, most });
}

interface Rests {
  readonly start: number;
  readonly end: number;
  readonly endOfOther: number;
  readonly most: number;
}

/** Only what lies beside the diagonal is worked out: further off there are more edits than `most`. */
function distanceOfRests(one: string, other: string, { start, end, endOfOther, most }: Rests): number {
  const [height, width, far] = [end - start, endOfOther - start, most + 1];
  if (width >= rows[0].length) rows = rowsOf(2 * width);
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= Math.min(width, far); column += 1) last[column] = column;
  for (let row = 1; row <= height; row += 1) {
    const [first, final] = [Math.max(1, row - most), Math.min(width, row + most)];
    const letter = one.charCodeAt(start + row - 1);
    const letterBefore = one.charCodeAt(start + row - 2);
    current[first - 1] = first === 1 ? row : far;
    let least = current[first - 1]!;
    for (let column = first; column <= final; column += 1) {
      const letterOfOther = other.charCodeAt(start + column - 1);
      const above = column === row + most ? far : last[column]!;
      let distance = Math.min(
        above + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (letter === letterOfOther ? 0 : 1),
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(start + column - 2) &&
        letterBefore === letterOfOther;
      if (isSwapped) distance = Math.min(distance, beforeLast[column - 2]! + 1);
      current[column] = distance;
      if (distance < least) least = distance;
    }
    if (least > most) return far;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[width]!, far);
}

function rowsOf(width: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  return [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
}

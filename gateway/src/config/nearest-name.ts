/** The name that was probably meant, if one is near: at most a third of the letters differ. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.ceil(name.length / 3))
    .sort((left, right) => left.distance - right.distance);
  return ranked[0]?.name ?? null;
}

/** Levenshtein's distance, a row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of left.split('').entries()) row = nextRow(row, letter, right, index + 1);
  return row[right.length] ?? 0;
}

function nextRow(above: readonly number[], letter: string, right: string, first: number): number[] {
  const row = [first];
  for (let column = 1; column <= right.length; column += 1) {
    const replaced = (above[column - 1] ?? 0) + (letter === right[column - 1] ? 0 : 1);
    row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
  }
  return row;
}

const prefixWeight = 0.1;
const longestPrefix = 4;
const marksOfOne = new Uint8Array(256);
const marksOfOther = new Uint8Array(256);

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990, with the weight 0.1 for up to four equal first letters, whatever
 * the similarity). Texts are compared by UTF-16 units and up to 256 of them.
 *
 * @example jaroWinkler('martha', 'marhta') // 0.9611
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const similarity = jaro(one.slice(0, 256), other.slice(0, 256));
  let prefix = 0;
  while (prefix < longestPrefix && prefix < one.length && one[prefix] === other[prefix]) prefix += 1;
  return similarity + prefix * prefixWeight * (1 - similarity);
}

function jaro(one: string, other: string): number {
  const matches = markMatches(one, other);
  if (matches === 0) return 0;
  const transpositions = countTranspositions(one, other) / 2;
  return (matches / one.length + matches / other.length + (matches - transpositions) / matches) / 3;
}

function markMatches(one: string, other: string): number {
  const window = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  marksOfOne.fill(0, 0, one.length);
  marksOfOther.fill(0, 0, other.length);
  let matches = 0;
  for (let at = 0; at < one.length; at += 1) {
    const last = Math.min(other.length - 1, at + window);
    for (let place = Math.max(0, at - window); place <= last; place += 1) {
      if (marksOfOther[place] === 1 || one.charCodeAt(at) !== other.charCodeAt(place)) continue;
      marksOfOne[at] = marksOfOther[place] = 1;
      matches += 1;
      break;
    }
  }
  return matches;
}

function countTranspositions(one: string, other: string): number {
  let [place, transpositions] = [0, 0];
  for (let at = 0; at < one.length; at += 1) {
    if (marksOfOne[at] === 0) continue;
    while (marksOfOther[place] === 0) place += 1;
    if (one.charCodeAt(at) !== other.charCodeAt(place)) transpositions += 1;
    place += 1;
  }
  return transpositions;
}

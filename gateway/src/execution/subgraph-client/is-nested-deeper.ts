const [quote, backslash, openList, openObject, closeList, closeObject] = ['"', '\\', '[', '{', ']', '}'].map(
  (character) => character.charCodeAt(0),
);

/**
 * Whether JSON nests deeper than it may, found out before it is parsed. Counts brackets outside strings; in
 * UTF-8 no byte of a longer character looks like one.
 */
export function isNestedDeeper(bytes: Uint8Array, maximum: number): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === openObject || byte === openList) depth += 1;
    else if (byte === closeObject || byte === closeList) depth -= 1;
    if (depth > maximum) return true;
  }
  return false;
}

/** The index of the quote that ends the string which begins here. */
function endOfString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}

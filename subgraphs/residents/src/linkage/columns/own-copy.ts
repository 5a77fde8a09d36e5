/** V8 keeps a text of at least this length that was cut from another as a reference into the other. */
const shortestCut = 13;

/** A text that is to be kept: one that was cut from a larger one would keep the larger one in memory with it. */
export function ownCopy(text: string): string {
  return text.length < shortestCut ? text : (JSON.parse(JSON.stringify(text)) as string);
}

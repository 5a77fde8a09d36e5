/** A text as 32 bits, never 0; 0 for none. The same everywhere and always: it may be kept. */
export function textHash(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixedHash(hash, text.length);
}

/** Two numbers as 32 bits, never 0; which comes first matters. */
export function mixedHash(one: number, other: number): number {
  let hash = Math.imul(one ^ other, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ other, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

import { badUserInput } from '../errors/index.ts';

export type CursorValue = string | number;

/** A cursor names the entry after which a page begins. Clients must not read anything into it. */
export function encodeCursor(value: CursorValue): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The value that a cursor was made from. */
export function decodeCursor(cursor: string): CursorValue {
  const value = parse(Buffer.from(cursor, 'base64url').toString());
  const readable = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  if (readable && encodeCursor(value) === cursor) return value;
  throw staleCursor();
}

/** The list has no entry that the cursor stands for, or no longer. */
export function staleCursor(): Error {
  return badUserInput('The cursor belongs to no entry of this list. Begin again without it.', 'after');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

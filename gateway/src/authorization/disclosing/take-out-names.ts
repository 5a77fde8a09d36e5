import { backReferenceName, identifyingNames, identifyingPrefix } from '../pruning/index.ts';
import type { NamedPlace } from './named-place.ts';

/** An answer's text as the client gets it, and whom it named. */
export interface TakenOut {
  readonly body: Buffer;
  readonly found: readonly NamedPlace[];
}

/** In JSON a quotation mark that is followed by these letters begins a name: in a text it would be escaped. */
const beginning = Buffer.from(`"${identifyingPrefix}`);

const [quote, colon, comma, openBrace, closeBrace, backslash] = Buffer.from(
  '":,{}\\',
) as unknown as readonly [number, number, number, number, number, number];

const idStart = identifyingNames.id;
const typeName = identifyingNames.type;

/**
 * Takes out of an answer's text every field by which it tells whom it is about. The text is the engine's own, without
 * white space between its parts.
 *
 * @throws SyntaxError if a field is not as it was asked for
 */
export function takeOutNames(body: Buffer): TakenOut {
  let at = body.indexOf(beginning);
  if (at === -1) return { body, found: [] };
  const kept = Buffer.allocUnsafe(body.length);
  const found = new Map<string, NamedPlace>();
  let length = 0;
  let from = 0;
  while (at !== -1) {
    const isFollowing = body[at - 1] === comma;
    length += body.copy(kept, length, from, isFollowing ? at - 1 : at);
    const end = fieldEnd(body, at, found);
    from = !isFollowing && body[end] === comma ? end + 1 : end;
    at = body.indexOf(beginning, from);
  }
  length += body.copy(kept, length, from);
  return { body: kept.subarray(0, length), found: [...found.values()] };
}

/** @returns where the field's value ends */
function fieldEnd(body: Buffer, at: number, found: Map<string, NamedPlace>): number {
  const nameEnd = body.indexOf(quote, at + 1);
  if (nameEnd === -1 || body[nameEnd + 1] !== colon) throw malformed();
  const name = body.toString('latin1', at + 1, nameEnd);
  const value = nameEnd + 2;
  if (isNull(body, value)) return value + 4;
  if (name.startsWith(backReferenceName)) return referenceEnd(body, value, found);
  const end = textEnd(body, value);
  if (name.startsWith(idStart)) {
    const place = Number(name.slice(idStart.length));
    const residentId = JSON.parse(body.toString('utf8', value, end)) as string;
    found.set(`${place} ${residentId}`, { place, residentId });
  } else if (name !== typeName) throw malformed();
  return end;
}

/** An object with the id and nothing else. */
function referenceEnd(body: Buffer, at: number, found: Map<string, NamedPlace>): number {
  if (body[at] !== openBrace || body[at + 1] !== quote) throw malformed();
  const end = fieldEnd(body, at + 1, found);
  if (body[end] !== closeBrace) throw malformed();
  return end + 1;
}

function textEnd(body: Buffer, at: number): number {
  if (body[at] !== quote) throw malformed();
  let end = at + 1;
  while (end < body.length && body[end] !== quote) end += body[end] === backslash ? 2 : 1;
  if (end >= body.length) throw malformed();
  return end + 1;
}

function isNull(body: Buffer, at: number): boolean {
  return body.toString('latin1', at, at + 4) === 'null';
}

function malformed(): SyntaxError {
  return new SyntaxError('The answer does not say whom it is about as it was asked to.');
}

import { backReferenceName, identifyingNames, identifyingPrefix } from '../pruning/index.ts';
import type { NamedPlace } from './named-place.ts';

/** An answer's text as the client gets it, and whom it named. */
export interface TakenOut {
  readonly body: Buffer;
  readonly found: readonly NamedPlace[];
  /** Whether something in it didn't tell whom it is about. */
  readonly hasUnnamed: boolean;
}

/** Whatever begins so begins a name or a text: inside a text the quotation mark would be escaped. */
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
  let at = nextName(body, 0);
  if (at === -1) return { body, found: [], hasUnnamed: false };
  const kept = Buffer.allocUnsafe(body.length);
  const named: Named = { found: new Map(), hasUnnamed: false };
  let length = 0;
  let from = 0;
  while (at !== -1) {
    // A comma that went with the field before is no longer there to take.
    const isFollowing = at - 1 >= from && body[at - 1] === comma;
    length += body.copy(kept, length, from, isFollowing ? at - 1 : at);
    const end = fieldEnd(body, at, named);
    from = !isFollowing && body[end] === comma ? end + 1 : end;
    at = nextName(body, from);
  }
  length += body.copy(kept, length, from);
  return { body: kept.subarray(0, length), found: [...named.found.values()], hasUnnamed: named.hasUnnamed };
}

interface Named {
  readonly found: Map<string, NamedPlace>;
  hasUnnamed: boolean;
}

/** @returns where the next name of a field begins, or -1; what agencies and clients put into texts is none */
function nextName(body: Buffer, from: number): number {
  let at = body.indexOf(beginning, from);
  while (at !== -1 && !isName(body, at)) at = body.indexOf(beginning, at + 1);
  return at;
}

function isName(body: Buffer, at: number): boolean {
  if (body[at - 1] !== openBrace && body[at - 1] !== comma) return false;
  const end = body.indexOf(quote, at + 1);
  return end !== -1 && body[end - 1] !== backslash && body[end + 1] === colon;
}

/** @returns where the field's value ends */
function fieldEnd(body: Buffer, at: number, named: Named): number {
  const nameEnd = body.indexOf(quote, at + 1);
  if (nameEnd === -1 || body[nameEnd + 1] !== colon) throw malformed();
  const name = body.toString('latin1', at + 1, nameEnd);
  const value = nameEnd + 2;
  if (isNull(body, value)) {
    named.hasUnnamed = true;
    return value + 4;
  }
  if (name.startsWith(backReferenceName)) return referenceEnd(body, value, named);
  const end = textEnd(body, value);
  if (name.startsWith(idStart)) {
    const place = Number(name.slice(idStart.length));
    const residentId = JSON.parse(body.toString('utf8', value, end)) as string;
    named.found.set(`${place} ${residentId}`, { place, residentId });
  } else if (name !== typeName) throw malformed();
  return end;
}

/** An object with the id and nothing else. */
function referenceEnd(body: Buffer, at: number, named: Named): number {
  if (body[at] !== openBrace || body[at + 1] !== quote) throw malformed();
  const end = fieldEnd(body, at + 1, named);
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

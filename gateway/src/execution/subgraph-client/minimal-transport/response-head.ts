import type { Received } from '../transport/index.ts';
import { ProtocolError } from './protocol-error.ts';

/** How an answer's body ends (RFC 9112, section 6.3). */
type Framing =
  | { readonly kind: 'sized'; readonly size: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'untilClose' };

/** The first line and the headers of an answer. */
export interface ResponseHead extends Omit<Received, 'body'> {
  readonly framing: Framing;
  readonly keepsAlive: boolean;
  /** How long the server says that it keeps a connection without requests. */
  readonly keepAliveSeconds: number | undefined;
}

// Of control characters only tabs are allowed; the text is one of bytes, so that no other is longer than one
// (RFC 9110, section 5.5; RFC 9112, section 4). A name is a token.
const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/;
const headerLines = /^(?:[!#$%&'*+.^_`|~\dA-Za-z-]+:[\t\x20-\x7e\x80-\xff]*(?:\r\n|$))*$/;
/** Those that are read, by the length of their names: most headers are passed over for theirs. */
const readNames: ReadonlyMap<number, readonly (keyof ReadHeaders)[]> = new Map([
  [10, ['connection', 'keep-alive']],
  [12, ['content-type']],
  [14, ['content-length']],
  [16, ['content-encoding']],
  [17, ['transfer-encoding']],
]);

interface ReadHeaders {
  'content-type': string | undefined;
  'content-encoding': string | undefined;
  'content-length': string | undefined;
  'transfer-encoding': string | undefined;
  connection: string | undefined;
  'keep-alive': string | undefined;
}

/**
 * Reads a head strictly: what could be read in two ways is refused, so that no answer can pass for another's.
 *
 * @param text - without the empty line at its end
 * @throws ProtocolError
 */
export function parseHead(text: string): ResponseHead {
  const end = text.indexOf('\r\n');
  const first = end === -1 ? text : text.slice(0, end);
  if (!statusLine.test(first)) refuse('The first line is none of HTTP/1.1.');
  const isCurrent = first[7] === '1';
  const status = Number(first.slice(9, 12));
  const headers = readHeaders(end === -1 ? '' : text.slice(end + 2));
  const { connection = '' } = headers;
  return {
    status,
    headers: contentHeaders(headers),
    framing: framingOf(status, headers),
    keepsAlive: isCurrent && !/(?:^|,)\s*close\s*(?:,|$)/i.test(connection),
    keepAliveSeconds: secondsOf(headers['keep-alive']),
  };
}

/** A header that comes several times is a list (RFC 9110, section 5.3). */
function readHeaders(lines: string): ReadHeaders {
  if (!headerLines.test(lines)) refuse('A header is malformed.');
  const headers: ReadHeaders = {
    'content-type': undefined,
    'content-encoding': undefined,
    'content-length': undefined,
    'transfer-encoding': undefined,
    connection: undefined,
    'keep-alive': undefined,
  };
  for (let start = 0; start < lines.length;) {
    const lineEnd = lines.indexOf('\r\n', start);
    const end = lineEnd === -1 ? lines.length : lineEnd;
    const colon = lines.indexOf(':', start);
    const names = readNames.get(colon - start);
    if (names) readHeader(headers, names, lines.slice(start, colon), lines.slice(colon + 1, end));
    start = end + 2;
  }
  return headers;
}

function readHeader(
  headers: ReadHeaders,
  names: readonly (keyof ReadHeaders)[],
  name: string,
  text: string,
): void {
  const lowerCase = name.toLowerCase();
  const key = names.find((candidate) => candidate === lowerCase);
  if (key === undefined) return;
  const before = headers[key];
  headers[key] = before === undefined ? trimmed(text) : `${before}, ${trimmed(text)}`;
}

/** Without spaces and tabs around it, and no other whitespace than these (RFC 9110, section 5.6.3). */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function framingOf(status: number, headers: ReadHeaders): Framing {
  const { 'transfer-encoding': coding, 'content-length': length } = headers;
  if (status < 200 || status === 204 || status === 304) return { kind: 'sized', size: 0 };
  if (coding !== undefined && length !== undefined) return refuse('The body has two lengths.');
  if (coding !== undefined) {
    return coding.toLowerCase() === 'chunked'
      ? { kind: 'chunked' }
      : refuse('The transfer coding is unknown.');
  }
  if (length === undefined) return { kind: 'untilClose' };
  return /^\d{1,15}$/.test(length)
    ? { kind: 'sized', size: Number(length) }
    : refuse('The length is no number.');
}

/** Those that the client reads. */
function contentHeaders(headers: ReadHeaders): Received['headers'] {
  const { 'content-type': type, 'content-encoding': encoding } = headers;
  if (encoding !== undefined)
    return { ...(type !== undefined && { 'content-type': type }), 'content-encoding': encoding };
  return type === undefined ? {} : { 'content-type': type };
}

function secondsOf(keepAlive: string | undefined): number | undefined {
  if (keepAlive === undefined) return undefined;
  const [, seconds] = /(?:^|[,\s])timeout=(\d{1,6})/i.exec(keepAlive) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

function refuse(problem: string): never {
  throw new ProtocolError(problem);
}

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
/** Those that are read. */
const readLine =
  /^(content-type|content-encoding|content-length|transfer-encoding|connection|keep-alive):[ \t]*([^\r]*)/gim;

/**
 * Reads a head strictly: what could be read in two ways is refused, so that no answer can pass for another's.
 *
 * @param text - without the empty line at its end
 * @throws ProtocolError
 */
export function parseHead(text: string): ResponseHead {
  const end = text.indexOf('\r\n');
  const first = end === -1 ? text : text.slice(0, end);
  const [, minor, status] = statusLine.exec(first) ?? refuse('The first line is none of HTTP/1.1.');
  const headers = readHeaders(end === -1 ? '' : text.slice(end + 2));
  return {
    status: Number(status),
    headers: contentHeaders(headers),
    framing: framingOf(Number(status), headers),
    keepsAlive: minor === '1' && !/(?:^|,)\s*close\s*(?:,|$)/i.test(headers.get('connection') ?? ''),
    keepAliveSeconds: secondsOf(headers.get('keep-alive')),
  };
}

/** A header that comes several times is a list (RFC 9110, section 5.3). */
function readHeaders(lines: string): ReadonlyMap<string, string> {
  if (!headerLines.test(lines)) return refuse('A header is malformed.');
  const headers = new Map<string, string>();
  readLine.lastIndex = 0;
  for (let found = readLine.exec(lines); found; found = readLine.exec(lines)) {
    const [, name = '', text = ''] = found;
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? text.trimEnd() : `${before}, ${text.trimEnd()}`);
  }
  return headers;
}

function framingOf(status: number, headers: ReadonlyMap<string, string>): Framing {
  const coding = headers.get('transfer-encoding');
  const length = headers.get('content-length');
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
function contentHeaders(headers: ReadonlyMap<string, string>): Received['headers'] {
  const type = headers.get('content-type');
  const encoding = headers.get('content-encoding');
  return {
    ...(type !== undefined && { 'content-type': type }),
    ...(encoding !== undefined && { 'content-encoding': encoding }),
  };
}

function secondsOf(keepAlive: string | undefined): number | undefined {
  const [, seconds] = /(?:^|[,\s])timeout=(\d{1,6})/i.exec(keepAlive ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

function refuse(problem: string): never {
  throw new ProtocolError(problem);
}

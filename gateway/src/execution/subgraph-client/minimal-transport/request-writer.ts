import type { Posting } from '../transport/index.ts';
import { requestHeaders } from '../transport/index.ts';

/** What a usual request fits into; and the most that is kept for the next one. */
const usualBytes = 16_384;
const mostKeptBytes = 262_144;
/** Of a content-length and everything else that isn't counted. */
const spareBytes = 64;
/** A value that is longer is written by itself, not first put together with others. */
const longValue = 256;

/**
 * Writes requests to one address, from the first line to the end of the body, into memory that is used again: as
 * texts they would be most of what there is to collect.
 */
export class RequestWriter {
  readonly #before: string;
  #memory = Buffer.allocUnsafeSlow(usualBytes);
  #end = 0;

  /** Prepares what is the same in every request. */
  constructor(url: URL) {
    const lines = Object.entries({ host: url.host, connection: 'keep-alive', ...requestHeaders });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.#before = `POST ${url.pathname}${url.search} HTTP/1.1\r\n${head}x-request-id: `;
  }

  /**
   * @returns bytes that are good until the next request is written, unless they are left
   * @throws TypeError if a header could end its line, or isn't ASCII
   */
  write({ body, requestId, sign }: Posting): Buffer {
    if (!/^[\x21-\x7e]*$/.test(requestId)) throw new TypeError('A request id is not fit for a header.');
    const signed = sign ? Object.entries(sign()) : [];
    const size = Buffer.byteLength(body);
    this.#begin(sizeOf(signed) + this.#before.length + requestId.length + size + spareBytes);
    let pending = `${this.#before}${requestId}\r\n`;
    for (const [name, value] of signed) pending = this.#header(pending, name, value);
    this.#text(`${pending}content-length: ${size}\r\n\r\n`);
    this.#end += this.#memory.write(body, this.#end, 'utf8');
    return this.#memory.subarray(0, this.#end);
  }

  /** The bytes are still on their way: they stay as they are, and the next request goes into other memory. */
  leave(): void {
    this.#memory = Buffer.allocUnsafeSlow(usualBytes);
  }

  #begin(size: number): void {
    this.#end = 0;
    const isKept = this.#memory.length <= mostKeptBytes;
    if (!isKept || size > this.#memory.length)
      this.#memory = Buffer.allocUnsafeSlow(Math.max(size, usualBytes));
  }

  /** @returns what is still to be written */
  #header(pending: string, name: string, value: string): string {
    if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name) || !isFit(value)) throw unfit();
    const line = `${pending}${name}: `;
    if (value.length <= longValue) return `${line}${value}\r\n`;
    this.#text(line);
    this.#text(value);
    return '\r\n';
  }

  #text(text: string): void {
    this.#end += this.#memory.write(text, this.#end, 'latin1');
  }
}

function sizeOf(headers: readonly (readonly [string, string])[]): number {
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length + 4;
  return size;
}

/** Looking for what ends a line costs a tenth of looking at every character of a long value. */
function isFit(value: string): boolean {
  const endsLine = value.includes('\n') || value.includes('\r') || value.includes('\0');
  return !endsLine && Buffer.byteLength(value) === value.length;
}

function unfit(): TypeError {
  return new TypeError('A header of a signature is not fit for a request.');
}

import type { Posting } from '../transport/index.ts';
import { requestHeaders } from '../transport/index.ts';

/** What a usual request fits into; and the most that is kept for the next one. */
const usualBytes = 16_384;
const mostKeptBytes = 262_144;

/**
 * Writes requests to one address, from the first line to the end of the body, into memory that is used again: as
 * texts they would be most of what there is to collect.
 */
export class RequestWriter {
  readonly #before: string;
  #memory = Buffer.allocUnsafeSlow(usualBytes);

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
    const size = Buffer.byteLength(body);
    const signed = sign ? headerLines(sign()) : '';
    const head = `${this.#before}${requestId}\r\n${signed}content-length: ${size}\r\n\r\n`;
    this.#makeRoom(head.length + size);
    const start = this.#memory.write(head, 0, 'latin1');
    const end = start + this.#memory.write(body, start, 'utf8');
    return this.#memory.subarray(0, end);
  }

  /** The bytes are still on their way: they stay as they are, and the next request goes into other memory. */
  leave(): void {
    this.#memory = Buffer.allocUnsafeSlow(usualBytes);
  }

  #makeRoom(size: number): void {
    const isKept = this.#memory.length <= mostKeptBytes;
    if (!isKept || size > this.#memory.length)
      this.#memory = Buffer.allocUnsafeSlow(Math.max(size, usualBytes));
  }
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  // Their entries as a list would cost as much as everything else here.
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) continue;
    if (!/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(name) || !isFit(value)) throw unfit();
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}

/** Looking for what ends a line costs a tenth of looking at every character of a long value. */
function isFit(value: string): boolean {
  const endsLine = value.includes('\n') || value.includes('\r') || value.includes('\0');
  return !endsLine && Buffer.byteLength(value) === value.length;
}

function unfit(): TypeError {
  return new TypeError('A header of a signature is not fit for a request.');
}

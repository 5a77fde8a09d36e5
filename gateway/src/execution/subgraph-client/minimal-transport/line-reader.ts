import { ProtocolError } from './protocol-error.ts';

/** Most bytes of everything around a body: heads, extensions of chunks, trailers. */
const maximumFramingBytes = 65_536;
/** A line of a few bytes is the size of a chunk, of which a large answer may have any number. */
const freeBytes = 16;
/** Most bytes of one head or line. */
const maximumPieceBytes = 16_384;

const nothing = Buffer.alloc(0);

/** Cuts off what ends with a mark: a head with its empty line, or one line of a chunked body. */
export class LineReader {
  #begun: Buffer = nothing;
  #framingBytes = 0;

  /**
   * @returns the text up to the mark and the bytes after it, or nothing while the mark has not come
   * @throws ProtocolError if there is too much of it
   */
  read(bytes: Buffer, mark: '\r\n' | '\r\n\r\n'): { text: string; rest: Buffer } | undefined {
    const all = this.#begun.length === 0 ? bytes : Buffer.concat([this.#begun, bytes]);
    const end = all.indexOf(mark, 0, 'latin1');
    if ((end === -1 ? all.length : end) > maximumPieceBytes)
      throw new ProtocolError('A head or line is too long.');
    if (end === -1) {
      this.#begun = Buffer.from(all);
      return undefined;
    }
    this.#begun = nothing;
    this.#count(end);
    return { text: all.toString('latin1', 0, end), rest: all.subarray(end + mark.length) };
  }

  #count(bytes: number): void {
    this.#framingBytes += Math.max(0, bytes - freeBytes);
    if (this.#framingBytes > maximumFramingBytes)
      throw new ProtocolError('There is too much beside the body.');
  }
}

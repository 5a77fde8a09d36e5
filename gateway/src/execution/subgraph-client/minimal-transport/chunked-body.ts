import { LineReader } from './line-reader.ts';
import { ProtocolError } from './protocol-error.ts';

type State = 'size' | 'data' | 'dataEnd' | 'trailer' | 'done';

// What follows a semicolon is an extension, and passed over (RFC 9112, section 7.1.1).
const sizeLine = /^([\dA-Fa-f]{1,8})[ \t]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/;

/** Reads a body that comes in chunks (RFC 9112, section 7.1). Trailers are passed over. */
export class ChunkedBody {
  readonly #lines = new LineReader();
  readonly #onData: (piece: Buffer) => void;
  #state: State = 'size';
  /** Bytes of the current chunk that are still to come. */
  #left = 0;

  constructor(onData: (piece: Buffer) => void) {
    this.#onData = onData;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /**
   * @returns what comes after the body
   * @throws ProtocolError
   */
  read(bytes: Buffer): Buffer {
    let rest: Buffer | undefined = bytes;
    while (rest !== undefined && rest.length > 0 && this.#state !== 'done') {
      rest = this.#state === 'data' ? this.#readData(rest) : this.#readLine(rest);
    }
    return rest ?? bytes.subarray(bytes.length);
  }

  #readData(bytes: Buffer): Buffer {
    const piece = bytes.subarray(0, this.#left);
    this.#left -= piece.length;
    if (this.#left === 0) this.#state = 'dataEnd';
    this.#onData(piece);
    return bytes.subarray(piece.length);
  }

  #readLine(bytes: Buffer): Buffer | undefined {
    const line = this.#lines.read(bytes, '\r\n');
    if (line) this.#take(line.text);
    return line?.rest;
  }

  #take(line: string): void {
    if (this.#state === 'size') this.#begin(line);
    else if (this.#state === 'trailer') this.#state = line === '' ? 'done' : 'trailer';
    else if (line === '') this.#state = 'size';
    else throw new ProtocolError('A chunk is longer than it says.');
  }

  #begin(line: string): void {
    const [, size] = sizeLine.exec(line) ?? [];
    if (size === undefined) throw new ProtocolError('A chunk has no size.');
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? 'trailer' : 'data';
  }
}

/** A body that comes in pieces, up to a number of bytes. */
export class BoundedBody {
  readonly #maximumBytes: number;
  readonly #pieces: Buffer[] = [];
  #size = 0;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
  }

  /**
   * Copies the piece, because the buffer that it came in may be used again.
   *
   * @returns false if the body has become too large
   */
  add(piece: Uint8Array): boolean {
    this.#size += piece.length;
    if (this.#size > this.#maximumBytes) return false;
    this.#pieces.push(Buffer.from(piece));
    return true;
  }

  whole(): Buffer {
    const [first] = this.#pieces;
    return first && this.#pieces.length === 1 ? first : Buffer.concat(this.#pieces, this.#size);
  }
}

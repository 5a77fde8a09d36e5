import type { Received } from '../transport/index.ts';
import { AnswerTooLarge, BoundedBody } from '../transport/index.ts';
import { ChunkedBody } from './chunked-body.ts';
import { LineReader } from './line-reader.ts';
import { ProtocolError } from './protocol-error.ts';
import type { ResponseHead } from './response-head.ts';
import { parseHead } from './response-head.ts';

const nothing = Buffer.alloc(0);

/** Reads one answer from the bytes of a connection, in whatever pieces they come. */
export class ResponseReader {
  readonly #lines = new LineReader();
  readonly #maximumBytes: number;
  readonly #body: BoundedBody;
  /** A body that came whole, where it was read: it is only good during that call. */
  #whole: Buffer | undefined;
  #chunked: ChunkedBody | undefined;
  #head: ResponseHead | undefined;
  /** Bytes of a sized body that are still to come. */
  #left = 0;
  #isDone = false;
  #isReusable = false;

  constructor(maximumBytes: number) {
    this.#maximumBytes = maximumBytes;
    this.#body = new BoundedBody(maximumBytes);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Whether the connection may carry another request, and for how long it waits for one. */
  get reuse(): { readonly isAllowed: boolean; readonly seconds: number | undefined } {
    return { isAllowed: this.#isReusable, seconds: this.#head?.keepAliveSeconds };
  }

  get received(): Received {
    if (!this.#head) throw new TypeError('There is no answer yet.');
    const { status, headers } = this.#head;
    return { status, headers, body: this.#whole ?? this.#body.whole() };
  }

  /** @throws ProtocolError or AnswerTooLarge */
  read(bytes: Buffer): void {
    const rest = this.#head ? bytes : this.#readHeads(bytes);
    if (this.#head && rest) this.#readBody(this.#head, rest);
  }

  /** The connection has ended in order: the end of a body whose length was not said. */
  end(): void {
    if (this.#head?.framing.kind === 'untilClose') this.#isDone = true;
    else if (!this.#isDone) throw new ProtocolError('The connection ended before the answer did.');
  }

  /** Heads with a status below 200 are passed over: the answer's own comes after them. */
  #readHeads(bytes: Buffer): Buffer | undefined {
    let found = this.#lines.read(bytes, '\r\n\r\n');
    while (found) {
      const head = parseHead(found.text);
      if (head.status === 101) throw new ProtocolError('The protocol is switched, and nobody asked for it.');
      if (head.status >= 200) {
        this.#begin(head);
        return found.rest;
      }
      found = this.#lines.read(found.rest, '\r\n\r\n');
    }
    return undefined;
  }

  #begin(head: ResponseHead): void {
    this.#head = head;
    const { framing, status } = head;
    if (framing.kind === 'chunked') this.#chunked = new ChunkedBody((piece) => this.#add(piece));
    if (framing.kind !== 'sized') return;
    if (framing.size > this.#maximumBytes) throw new AnswerTooLarge(status);
    this.#left = framing.size;
  }

  #readBody({ framing, keepsAlive }: ResponseHead, bytes: Buffer): void {
    if (framing.kind === 'untilClose') return this.#add(bytes);
    const rest = framing.kind === 'sized' ? this.#readSized(framing.size, bytes) : this.#readChunked(bytes);
    this.#isDone = this.#chunked ? this.#chunked.isDone : this.#left === 0;
    // Nobody asked for what comes after the answer: nothing on this connection can be trusted any more.
    this.#isReusable = this.#isDone && keepsAlive && rest.length === 0;
  }

  #readSized(size: number, bytes: Buffer): Buffer {
    const isFirst = this.#left === size;
    const piece = bytes.length > this.#left ? bytes.subarray(0, this.#left) : bytes;
    this.#left -= piece.length;
    if (isFirst && this.#left === 0) this.#whole = piece;
    else if (piece.length > 0) this.#add(piece);
    return bytes.length > piece.length ? bytes.subarray(piece.length) : nothing;
  }

  #readChunked(bytes: Buffer): Buffer {
    return this.#chunked?.read(bytes) ?? bytes;
  }

  #add(piece: Buffer): void {
    if (!this.#body.add(piece)) throw new AnswerTooLarge(this.#head?.status ?? 0);
  }
}

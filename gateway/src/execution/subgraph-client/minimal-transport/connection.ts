import type { Socket } from 'node:net';

import { openSocket } from './open-socket.ts';
import type { SocketTarget } from './open-socket.ts';
import type { PendingExchange } from './pending-exchange.ts';
import { ProtocolError } from './protocol-error.ts';
import type { RequestWriter } from './request-writer.ts';
import { ResponseReader } from './response-reader.ts';

/** What a connection tells the pool. */
interface ConnectionListener {
  /** It is free for another exchange. */
  readonly onFree: (connection: Connection) => void;
  /** It is gone; an exchange that it could not begin is handed back. */
  readonly onGone: (connection: Connection, unsent: PendingExchange | undefined) => void;
}

/** What a connection is made from. */
export interface ConnectionOptions extends SocketTarget, ConnectionListener {
  readonly maximumAnswerBytes: number;
  /** Writes a posting, anew each time that it is sent. */
  readonly writer: RequestWriter;
}

/** How long a connection without requests is kept, unless the server says that it closes it earlier. */
const idleMilliseconds = 4000;
/** A request may not be on its way while the server closes. */
const marginMilliseconds = 1000;

/** One connection, which carries one exchange at a time. */
export class Connection {
  /** When, on the clock of `performance.now()`, it has been without requests for too long. */
  idleUntil = Number.POSITIVE_INFINITY;
  readonly #options: ConnectionOptions;
  readonly #socket: Socket;
  #isReady = false;
  #isGone = false;
  #answers = 0;
  #exchange: PendingExchange | undefined;
  #reader: ResponseReader | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#socket = openSocket(options, {
      onReady: () => this.#begin(),
      onBytes: (bytes) => this.#read(bytes),
      onEnd: () => this.#end(),
      onClose: (error) => this.#leave(error ?? new ProtocolError('The connection was closed.')),
    });
  }

  /** To be called only while it is free. */
  send(exchange: PendingExchange): void {
    this.#exchange = exchange;
    exchange.onCancel = this.#giveUp;
    if (this.#isReady) this.#write(exchange);
  }

  close(): void {
    this.#leave(new ProtocolError('The client was closed.'));
  }

  #begin(): void {
    this.#isReady = true;
    if (this.#exchange) this.#write(this.#exchange);
  }

  #write(exchange: PendingExchange): void {
    this.#reader = undefined;
    try {
      const { writer } = this.#options;
      this.#socket.write(writer.write(exchange.posting));
      if (this.#socket.writableLength > 0) writer.leave();
    } catch (thrown) {
      exchange.mayRepeat = false;
      this.#leave(thrown as Error);
    }
  }

  #read(bytes: Buffer): void {
    if (this.#isGone) return;
    if (!this.#exchange) return this.#leave(new ProtocolError('There are bytes that nobody asked for.'));
    try {
      this.#reader ??= new ResponseReader(this.#options.maximumAnswerBytes);
      this.#reader.read(bytes);
      if (this.#reader.isDone) this.#finish(this.#exchange, this.#reader);
    } catch (thrown) {
      this.#leave(thrown as Error);
    }
  }

  #end(): void {
    try {
      if (this.#reader) this.#reader.end();
      if (this.#exchange && this.#reader) this.#finish(this.#exchange, this.#reader);
      this.#leave(new ProtocolError('The connection was closed.'));
    } catch (thrown) {
      this.#leave(thrown as Error);
    }
  }

  #finish(exchange: PendingExchange, { received, reuse }: ResponseReader): void {
    this.#exchange = undefined;
    this.#answers += 1;
    exchange.succeed(received);
    if (!reuse.isAllowed) return this.#leave(new ProtocolError('The connection ends with this answer.'));
    this.idleUntil = performance.now() + idleTime(reuse.seconds);
    return this.#options.onFree(this);
  }

  readonly #giveUp = (): void => {
    this.#exchange = undefined;
    this.#leave(new ProtocolError('Nobody waits any more.'));
  };

  /** A connection on which nothing of the answer came, and which had answered before, was stale. */
  #leave(error: Error): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#socket.destroy();
    const exchange = this.#exchange;
    const isStale = this.#answers > 0 && this.#reader === undefined;
    const isHandedBack = isStale && exchange?.mayRepeat === true;
    if (!isHandedBack) exchange?.fail(error);
    this.#options.onGone(this, isHandedBack ? exchange : undefined);
  }
}

function idleTime(serverSeconds: number | undefined): number {
  if (serverSeconds === undefined) return idleMilliseconds;
  return Math.min(idleMilliseconds, serverSeconds * 1000 - marginMilliseconds);
}

import type { Dispatcher, Pool } from 'undici';

import type { AnswerListener, Exchange, Posting, Received } from '../transport/index.ts';
import { AnswerTooLarge, BoundedBody, requestHeaders } from '../transport/index.ts';
import { undici } from './undici-library.ts';

/** Where postings go. */
export interface UndiciTarget {
  readonly pool: Pool;
  readonly path: string;
  readonly maximumAnswerBytes: number;
}

/** One posting over undici, by callbacks: a stream for each answer would cost more than reading it. */
export class UndiciExchange implements Exchange, Dispatcher.DispatchHandler {
  readonly #target: UndiciTarget;
  readonly #posting: Posting;
  readonly #listener: AnswerListener;
  #isSettled = false;
  #controller: Dispatcher.DispatchController | undefined;
  #cancelledFor: Error | undefined;
  #head: Omit<Received, 'body'> | undefined;
  #body: BoundedBody;
  #isSecondTry = false;

  constructor(target: UndiciTarget, posting: Posting, listener: AnswerListener) {
    this.#target = target;
    this.#posting = posting;
    this.#listener = listener;
    this.#body = new BoundedBody(target.maximumAnswerBytes);
    this.#send();
  }

  readonly cancel = (reason: Error): void => {
    this.#cancelledFor = reason;
    this.#fail(reason);
    this.#controller?.abort(reason);
  };

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#cancelledFor) controller.abort(this.#cancelledFor);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    const contentType = headers['content-type'];
    const contentEncoding = headers['content-encoding'];
    this.#head = {
      status,
      headers: {
        ...(contentType !== undefined && { 'content-type': String(contentType) }),
        ...(contentEncoding !== undefined && { 'content-encoding': String(contentEncoding) }),
      },
    };
  }

  onResponseData(controller: Dispatcher.DispatchController, piece: Buffer): void {
    if (!this.#body.add(piece)) controller.abort(new AnswerTooLarge(this.#head?.status ?? 0));
  }

  onResponseEnd(): void {
    if (!this.#head || this.#isSettled) return;
    this.#isSettled = true;
    this.#listener.onAnswer({ ...this.#head, body: this.#body.whole() });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    const isWorthAnother = this.#posting.isRepeatable && !this.#isSecondTry && !this.#cancelledFor;
    if (!isWorthAnother || this.#head || !isStale(error)) return this.#fail(error);
    this.#isSecondTry = true;
    this.#send();
  }

  #fail(reason: Error): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#listener.onFailure(reason);
  }

  #send(): void {
    const { pool, path } = this.#target;
    const { body, requestId, sign } = this.#posting;
    try {
      const headers = { ...requestHeaders, 'x-request-id': requestId, ...sign?.() };
      pool.dispatch({ method: 'POST', path, headers, body }, this);
    } catch (thrown) {
      this.#fail(thrown as Error);
    }
  }
}

/** Whether the agency had closed a connection that it had answered on before. */
function isStale(error: Error): boolean {
  if (error instanceof undici().errors.SocketError) return (error.socket?.bytesRead ?? 0) > 0;
  return 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

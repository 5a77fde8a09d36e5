import type { AnswerListener, Exchange, Posting, Received } from '../transport/index.ts';

const nothing = (): void => undefined;

/** A posting that waits for a connection or for its answer. */
export class PendingExchange implements Exchange {
  readonly posting: Posting;
  /** Whether it may be sent once more if a connection turns out to be stale. */
  mayRepeat: boolean;
  /** What has to happen, where it stands now, when it is cancelled. */
  onCancel: () => void = nothing;
  readonly #listener: AnswerListener;
  #isSettled = false;

  constructor(posting: Posting, listener: AnswerListener) {
    this.posting = posting;
    this.mayRepeat = posting.isRepeatable;
    this.#listener = listener;
  }

  cancel(reason: Error): void {
    if (this.#isSettled) return;
    this.fail(reason);
    this.onCancel();
  }

  succeed(received: Received): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#listener.onAnswer(received);
  }

  fail(reason: Error): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    this.#listener.onFailure(reason);
  }
}

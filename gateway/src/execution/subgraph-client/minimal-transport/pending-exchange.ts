import type { Exchange, Received } from '../transport/index.ts';

/** A posting that waits for a connection or for its answer. */
export class PendingExchange implements Exchange {
  readonly answer: Promise<Received>;
  /** Made anew each time that it is sent. */
  readonly text: () => string;
  /** Whether it may be sent once more if a connection turns out to be stale. */
  mayRepeat: boolean;
  /** What has to happen, where it stands now, when it is cancelled. */
  onCancel: () => void = () => undefined;
  #isSettled = false;
  #resolve!: (received: Received) => void;
  #reject!: (reason: Error) => void;

  constructor(text: () => string, mayRepeat: boolean) {
    this.text = text;
    this.mayRepeat = mayRepeat;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  readonly cancel = (reason: Error): void => {
    if (this.#isSettled) return;
    this.fail(reason);
    this.onCancel();
  };

  succeed(received: Received): void {
    this.#isSettled = true;
    this.#resolve(received);
  }

  fail(reason: Error): void {
    this.#isSettled = true;
    this.#reject(reason);
  }
}

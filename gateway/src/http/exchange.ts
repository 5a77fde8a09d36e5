import type { ServerResponse } from 'node:http';

import type { Answer, Client } from '../pipeline/index.ts';

/** One request from its arrival until its answer has left, or its client has. */
export class Exchange implements Client {
  readonly #begun = performance.now();
  #isGone = false;
  #goneListener: (() => void) | null = null;
  /** Set when it is sent. */
  answer: Pick<Answer, 'codes' | 'operation'> | null = null;

  get durationMilliseconds(): number {
    return Math.round(performance.now() - this.#begun);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  readonly onGone = (listener: () => void): void => {
    this.#goneListener = listener;
  };

  /** To be called when the response has closed. */
  close({ writableFinished }: ServerResponse): void {
    if (writableFinished) return;
    this.#isGone = true;
    this.#goneListener?.();
  }
}

import type { Recorder } from './create-recorder.ts';

/** How often failures are told. */
const periodMilliseconds = 1000;

/**
 * Counts requests without a token that counts and people who could not be signed in, and records each code's number once a second: whoever has no token
 * could otherwise fill the ledger.
 */
export class SignInTally {
  readonly #recorder: Recorder;
  readonly #counts = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** @param code - of the error that the client is told */
  add(code: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    this.#timer ??= setTimeout(() => void this.write(), periodMilliseconds).unref();
  }

  /** Records what was counted. Never rejects: what can't be recorded now is counted with what comes. */
  async write(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const counted = [...this.#counts];
    this.#counts.clear();
    await Promise.all(
      counted.map(async ([code, count]) => {
        await this.#recorder
          .happened({ type: 'sign-in-failed', code, count })
          .catch(() => this.#counts.set(code, (this.#counts.get(code) ?? 0) + count));
      }),
    );
  }
}

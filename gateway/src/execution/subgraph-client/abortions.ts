/** What an end of its request ends. */
interface Abortable {
  onAbort(): void;
}

/**
 * The fetches that end with their requests. One listener on each request's signal serves all its fetches:
 * putting one on and taking it off for each fetch would cost as much as writing the fetch.
 */
export class Abortions {
  readonly #fetches = new WeakMap<AbortSignal, Set<Abortable>>();

  add(signal: AbortSignal, fetch: Abortable): void {
    const known = this.#fetches.get(signal);
    if (known) known.add(fetch);
    else this.#watch(signal, new Set([fetch]));
  }

  remove(signal: AbortSignal, fetch: Abortable): void {
    this.#fetches.get(signal)?.delete(fetch);
  }

  #watch(signal: AbortSignal, fetches: Set<Abortable>): void {
    this.#fetches.set(signal, fetches);
    const onAbort = (): void => {
      for (const fetch of fetches) fetch.onAbort();
    };
    signal.addEventListener('abort', onAbort, { once: true });
  }
}

/** What an end of its request ends. */
interface Abortable {
  onAbort(): void;
}

const fetchesOf: unique symbol = Symbol('fetches');

/** A signal with the fetches that end with it. */
type WatchedSignal = AbortSignal & { [fetchesOf]?: Abortable[] };

/**
 * The fetches that end with their requests. One listener on each request's signal serves all its fetches:
 * putting one on and taking it off for each fetch would cost as much as writing the fetch. They are kept at
 * the signal itself, because the entries of a WeakMap are dear to collect.
 */
export const abortions = {
  add(signal: WatchedSignal, fetch: Abortable): void {
    const known = signal[fetchesOf];
    if (known) known.push(fetch);
    else watch(signal, [fetch]);
  },

  remove(signal: WatchedSignal, fetch: Abortable): void {
    const fetches = signal[fetchesOf];
    const place = fetches ? fetches.lastIndexOf(fetch) : -1;
    if (place !== -1) fetches?.splice(place, 1);
  },
};

function watch(signal: WatchedSignal, fetches: Abortable[]): void {
  signal[fetchesOf] = fetches;
  const onAbort = (): void => {
    for (const fetch of fetches.splice(0)) fetch.onAbort();
  };
  signal.addEventListener('abort', onAbort, { once: true });
}

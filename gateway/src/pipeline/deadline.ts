import { failure } from '../errors/index.ts';

/** A time limit for one request. */
export interface Deadline {
  /** Aborts with a Failure as its reason: DEADLINE_EXCEEDED or CLIENT_GONE. */
  readonly signal: AbortSignal;
  /** Aborts for the same reasons, a little earlier: what has been fetched by then can still be joined and sent. */
  readonly fetchSignal: AbortSignal;
  /** To be called when the request is done, so that no timer outlives it. */
  readonly clear: () => void;
}

/** Of a request's time, what is kept for joining the answers: a tenth, and a quarter of a second at most. */
function joiningMilliseconds(milliseconds: number): number {
  return Math.min(milliseconds / 10, 250);
}

/** Starts the clock of a request, which also ends when its client goes. */
export function startDeadline(milliseconds: number, client: AbortSignal): Deadline {
  const whole = new AbortController();
  const fetching = new AbortController();
  const onClientGone = (): void => [fetching, whole].forEach((each) => each.abort(failure('CLIENT_GONE')));
  const onTimeOver = (): void => whole.abort(failure('DEADLINE_EXCEEDED'));
  const joining = joiningMilliseconds(milliseconds);
  let timer = setTimeout(() => {
    timer = setTimeout(onTimeOver, joining);
    fetching.abort(failure('DEADLINE_EXCEEDED'));
  }, milliseconds - joining);
  if (client.aborted) onClientGone();
  client.addEventListener('abort', onClientGone, { once: true });
  const clear = (): void => {
    clearTimeout(timer);
    client.removeEventListener('abort', onClientGone);
  };
  return { signal: whole.signal, fetchSignal: fetching.signal, clear };
}

/**
 * The work's result, unless the signal aborts first: then rejects with its reason, whether or not the work
 * heeds the signal.
 */
export async function unlessAborted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

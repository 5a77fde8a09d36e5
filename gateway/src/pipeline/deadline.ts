import { failure } from '../errors/index.ts';

/** A time limit for one request. */
export interface Deadline {
  /** Aborts with a Failure as its reason: DEADLINE_EXCEEDED or CLIENT_GONE. */
  readonly signal: AbortSignal;
  /** To be called when the request is done, so that no timer outlives it. */
  readonly clear: () => void;
}

/** Starts the clock of a request, which also ends when its client goes. */
export function startDeadline(milliseconds: number, client: AbortSignal): Deadline {
  const controller = new AbortController();
  const onClientGone = (): void => controller.abort(failure('CLIENT_GONE'));
  const timer = setTimeout(() => controller.abort(failure('DEADLINE_EXCEEDED')), milliseconds);
  if (client.aborted) onClientGone();
  client.addEventListener('abort', onClientGone, { once: true });
  const clear = (): void => {
    clearTimeout(timer);
    client.removeEventListener('abort', onClientGone);
  };
  return { signal: controller.signal, clear };
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

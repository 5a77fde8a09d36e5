import { LRUCache } from 'lru-cache';

import { failure } from '../../errors/index.ts';

/** Counts one more. @throws Failure BAD_USER_INPUT if it is one too many for its request */
export type Count = () => void;

/** The longest deadline that requests can be given (http.deadlineMilliseconds). */
const rememberedMilliseconds = 600_000;

/**
 * Counts what costs much in each request, however many fetches it comes to: by the request's id and who asks.
 *
 * @param most - so many are made in one request
 * @param message - what is said of one too many
 */
export function requestCounts(most: number, message: string): (requestId: string, subject: string) => Count {
  const counts = new LRUCache<string, number>({ max: 10_000, ttl: rememberedMilliseconds });
  return (requestId, subject) => {
    const key = JSON.stringify([requestId, subject]);
    return () => {
      const begun = counts.get(key) ?? 0;
      if (begun >= most) throw failure('BAD_USER_INPUT', { message });
      counts.set(key, begun + 1);
    };
  };
}

import { LRUCache } from 'lru-cache';

import { failure } from '../../errors/index.ts';

/** Counts one analysis more. @throws Failure BAD_USER_INPUT if it is one too many for its request */
export type CountAnalysis = () => void;

/** Explanations and simulations in one request, however many fetches it comes to. */
const most = 10;

/** The longest deadline that requests can be given (http.deadlineMilliseconds). */
const rememberedMilliseconds = 600_000;

/** Counts the analyses of each request, by its id and who asks. */
export function analysisCounts(): (requestId: string, subject: string) => CountAnalysis {
  const counts = new LRUCache<string, number>({ max: 10_000, ttl: rememberedMilliseconds });
  return (requestId, subject) => {
    const key = JSON.stringify([requestId, subject]);
    return () => {
      const begun = counts.get(key) ?? 0;
      if (begun >= most)
        throw failure('BAD_USER_INPUT', { message: `At most ${most} explanations are made in one request.` });
      counts.set(key, begun + 1);
    };
  };
}

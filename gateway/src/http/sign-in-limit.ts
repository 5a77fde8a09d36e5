import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How often somebody may begin to sign in: whoever does leaves a row for ten minutes, signed in or not. */
export interface SignInLimits {
  readonly maximumPerMinute: number;
  readonly maximumPerMinutePerSource: number;
}

/** Whether a request to sign in is one more than its source or all together may make; counts it. */
export async function signInLimit(
  server: FastifyInstance,
  { maximumPerMinute, maximumPerMinutePerSource }: SignInLimits,
): Promise<(request: FastifyRequest) => Promise<boolean>> {
  await server.register(rateLimit, { global: false });
  const timeWindow = 60_000;
  const ofSource = server.createRateLimit({ max: maximumPerMinutePerSource, timeWindow });
  const ofAll = server.createRateLimit({ max: maximumPerMinute, timeWindow, keyGenerator: () => 'all' });
  const isOver = async (limit: typeof ofAll, request: FastifyRequest): Promise<boolean> => {
    const counted = await limit(request);
    return !counted.isAllowed && counted.isExceeded;
  };
  // One source that asks too often takes nothing from the others.
  return async (request) => (await isOver(ofSource, request)) || isOver(ofAll, request);
}

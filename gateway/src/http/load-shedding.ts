import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply } from 'fastify';

import type { Config } from '../config/index.ts';
import { failure } from '../errors/index.ts';
import { isHealth } from './health-routes.ts';
import { sendFailure } from './send-answer.ts';
import { isBuiltFile } from './static-files/index.ts';

/** When a client may try again: by then, requests that hold the gateway up have mostly ended. */
const retryAfterSeconds = 1;

const sampleMilliseconds = 500;

/**
 * Refuses requests, before anything of them is read, while more are under way than may be or the process
 * falls behind (https://sre.google/sre-book/handling-overload/): what is accepted is answered in time, and
 * memory doesn't grow. /health/ is always answered: an overloaded process that looks dead would be restarted. So are
 * the pages, which say it in words, and their files.
 */
export async function addLoadShedding(server: FastifyInstance, config: Config['http']): Promise<void> {
  const isBehind = await watchDelay(server, config.maximumDelayMilliseconds);
  let underWay = 0;
  server.addHook('onRequest', (request, reply, proceed) => {
    if (isHealth(request) || isBuiltFile(request)) return proceed();
    if (underWay >= config.maximumRequests || isBehind()) return refuse(reply);
    underWay += 1;
    reply.raw.once('close', () => (underWay -= 1));
    return proceed();
  });
}

/** The library watches in a corner without routes, because its own look at each request costs more than ours. */
async function watchDelay(server: FastifyInstance, maximumMilliseconds: number): Promise<() => boolean> {
  const watching: { corner?: FastifyInstance } = {};
  await server.register(async (corner) => {
    watching.corner = corner;
    await corner.register(underPressure, { sampleInterval: sampleMilliseconds });
  });
  let lastKnown = 0;
  return () => {
    const delay = watching.corner?.memoryUsage().eventLoopDelay ?? 0;
    // To the library an interval without a sample is an infinite delay; of such a one nothing is known.
    if (Number.isFinite(delay)) lastKnown = delay;
    return lastKnown > maximumMilliseconds;
  };
}

function refuse(reply: FastifyReply): void {
  sendFailure(reply.header('retry-after', retryAfterSeconds), failure('OVERLOADED'));
}

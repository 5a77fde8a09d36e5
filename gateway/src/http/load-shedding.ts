import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Config } from '../config/index.ts';
import { failure } from '../errors/index.ts';
import { sendFailure } from './send-answer.ts';

/** When a client may try again: by then, requests that hold the gateway up have mostly ended. */
const retryAfterSeconds = 1;

const sampleMilliseconds = 500;

/**
 * Refuses requests, before anything of them is read, while more are under way than may be or the process
 * falls behind (https://sre.google/sre-book/handling-overload/): what is accepted is answered in time, and
 * memory doesn't grow. /health/ is always answered: an overloaded process that looks dead would be restarted.
 */
export async function addLoadShedding(server: FastifyInstance, config: Config['http']): Promise<void> {
  limitRequests(server, config.maximumRequests);
  await server.register(underPressure, {
    maxEventLoopDelay: config.maximumDelayMilliseconds,
    sampleInterval: sampleMilliseconds,
    pressureHandler: (request, reply) => {
      if (!isHealth(request)) refuse(reply);
    },
  });
}

function limitRequests(server: FastifyInstance, maximum: number): void {
  let underWay = 0;
  server.addHook('onRequest', (request, reply, proceed) => {
    if (isHealth(request)) return proceed();
    if (underWay >= maximum) return void refuse(reply);
    underWay += 1;
    reply.raw.once('close', () => (underWay -= 1));
    return proceed();
  });
}

function refuse(reply: FastifyReply): FastifyReply {
  return sendFailure(reply.header('retry-after', retryAfterSeconds), failure('OVERLOADED'));
}

function isHealth({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/');
}

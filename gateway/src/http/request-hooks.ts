import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { failure, statusOf } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { answerHeaders } from './answer-headers.ts';
import { failureOf } from './failure-of.ts';
import { sendFailure } from './send-answer.ts';

/** Whether the server is about to end. */
export interface Phase {
  isDraining: boolean;
}

/** What holds for every request, whatever its path: headers, the end of its connection while stopping, log, errors. */
export function addRequestHooks(server: FastifyInstance, phase: Readonly<Phase>, log: Logger): void {
  server.decorateReply('record', null);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(answerHeaders).header('x-request-id', request.id);
    reply.raw.once('close', () => logUnlessAnswered(log, request, reply));
  });
  server.addHook('onSend', async (_, reply) => {
    if (phase.isDraining) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => logRequest(log, request, reply));
  server.setNotFoundHandler((_, reply) => sendFailure(reply, failure('NOT_FOUND')));
  server.setErrorHandler((error, request, reply) => {
    const inner = failureOf(error);
    if (statusOf(inner) === 500) log.error('a request failed', { requestId: request.id, error });
    return sendFailure(reply, inner);
  });
}

function isHealth({ url }: FastifyRequest): boolean {
  return url.startsWith('/health/');
}

function logRequest(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode: status, elapsedTime } = reply;
  const write = isHealth(request) ? log.debug : log.info;
  write('request', {
    requestId: request.id,
    status,
    durationMilliseconds: Math.round(elapsedTime),
    ...reply.record,
  });
}

/** The response hook is for answers that left; a client that went before gets a line too. */
function logUnlessAnswered(log: Logger, { id: requestId }: FastifyRequest, { raw }: FastifyReply): void {
  if (raw.writableFinished) return;
  const gone = failure('CLIENT_GONE');
  log.info('request', { requestId, status: statusOf(gone), codes: [gone.code] });
}

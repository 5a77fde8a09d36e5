import type { ServerResponse } from 'node:http';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { failure, statusOf } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { figures } from '../telemetry/index.ts';
import { answerHeaders } from './answer-headers.ts';
import { Exchange } from './exchange.ts';
import { failureOf } from './failure-of.ts';
import { isHealth } from './health-routes.ts';
import { sendFailure } from './send-answer.ts';

/** What holds for every request, whatever its path: log, errors, and the headers of what the library answers. */
export function addRequestHooks(server: FastifyInstance, log: Logger): void {
  server.decorateReply('exchange', null);
  server.addHook('onRequest', (request, reply, proceed) => {
    const exchange = new Exchange();
    reply.exchange = exchange;
    reply.raw.once('close', () => {
      exchange.close(reply.raw);
      if (!isHealth(request)) countRequest(exchange);
      logRequest(log, request, reply.raw, exchange);
    });
    proceed();
  });
  server.addHook('onSend', (request, reply, payload, proceed) => {
    const headers = { ...answerHeaders, 'x-request-id': request.id };
    for (const [name, value] of Object.entries(headers))
      if (!reply.hasHeader(name)) reply.header(name, value);
    if (server.phase.isDraining) reply.header('connection', 'close');
    proceed(null, payload);
  });
  server.setNotFoundHandler((_, reply) => sendFailure(reply, failure('NOT_FOUND')));
  server.setErrorHandler((error, request, reply) => {
    const inner = failureOf(error);
    if (statusOf(inner) === 500) log.error('a request failed', { requestId: request.id, error });
    sendFailure(reply, inner);
  });
}

function countRequest({ isGone, answer, durationMilliseconds }: Exchange): void {
  const [code = 'OK'] = isGone ? gone.codes : (answer?.codes ?? []);
  figures.requests.add(code);
  figures.requestTimes.add(durationMilliseconds);
}

function logRequest(log: Logger, request: FastifyRequest, raw: ServerResponse, exchange: Exchange): void {
  const { id: requestId } = request;
  if (exchange.isGone) return log.info('request', { requestId, status: gone.status, codes: gone.codes });
  const write = isHealth(request) ? log.debug : log.info;
  const { statusCode: status } = raw;
  const { durationMilliseconds, answer } = exchange;
  const codes = answer?.codes ?? [];
  const known = { requestId, status, durationMilliseconds, codes };
  const operation = answer?.operation ?? null;
  return write('request', operation === null ? known : { ...known, operation });
}

const gone = { status: statusOf(failure('CLIENT_GONE')), codes: ['CLIENT_GONE'] };

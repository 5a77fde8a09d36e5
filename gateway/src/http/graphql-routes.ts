import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { failure } from '../errors/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import { negotiate } from './negotiate.ts';
import { readBody, readQueryString } from './read-parameters.ts';
import { requestGuards } from './request-guards.ts';
import { sendAnswer, sendFailure } from './send-answer.ts';

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql. */
export function addGraphqlRoutes(server: FastifyInstance, pipeline: Pipeline): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: async (request, reply) => guard(request, reply),
    handler: async (request, reply) => answer(request, reply, pipeline),
  });
  server.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: async (_, reply) =>
      sendFailure(reply.header('allow', 'GET, POST'), failure('METHOD_NOT_ALLOWED')),
  });
}

async function guard(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  for (const check of requestGuards) {
    const found = check(request);
    if (found !== null) return sendFailure(reply, found);
  }
  return undefined;
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  pipeline: Pipeline,
): Promise<FastifyReply> {
  const mediaType = negotiate(request.headers.accept);
  if (mediaType === null) return sendFailure(reply, failure('NOT_ACCEPTABLE'));
  const method = request.method === 'GET' ? 'GET' : 'POST';
  const read = method === 'GET' ? readQueryString(request.query) : readBody(request.body);
  if (read.kind === 'refused') return sendFailure(reply, read.failure);
  const { id: requestId, headers } = request;
  const signal = clientSignal(reply);
  return sendAnswer(
    reply,
    await pipeline.answer({ requestId, headers, method, mediaType, signal, parameters: read.parameters }),
  );
}

/** Aborts when the connection closes before the answer has left. */
function clientSignal({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

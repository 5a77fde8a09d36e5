import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Failure, failure } from '../errors/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import { Exchange } from './exchange.ts';
import { negotiate } from './negotiate.ts';
import { readBytes } from './read-bytes.ts';
import type { ParametersDecision } from './read-parameters.ts';
import { readBody, readQueryString } from './read-parameters.ts';
import { requestGuards } from './request-guards.ts';
import { sendAnswer, sendFailure } from './send-answer.ts';

/** What the routes are made from. */
export interface GraphqlRouteOptions {
  readonly pipeline: Pipeline;
  readonly maximumRequestBytes: number;
}

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/) at /graphql. */
export function addGraphqlRoutes(server: FastifyInstance, options: GraphqlRouteOptions): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => answer(request, reply, options),
  });
  server.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (_, reply) => sendFailure(reply.header('allow', 'GET, POST'), failure('METHOD_NOT_ALLOWED')),
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { pipeline, maximumRequestBytes }: GraphqlRouteOptions,
): Promise<void> {
  const refusal = refusalOf(request);
  if (refusal !== null) return sendFailure(reply, refusal);
  const { id: requestId, headers } = request;
  const mediaType = negotiate(headers.accept);
  if (mediaType === null) return sendFailure(reply, failure('NOT_ACCEPTABLE'));
  const method = request.method === 'GET' ? 'GET' : 'POST';
  const read =
    method === 'GET' ? readQueryString(request.query) : await readPosted(request, maximumRequestBytes);
  if (read.kind === 'refused') return sendFailure(reply, read.failure);
  const { parameters } = read;
  const client = reply.exchange ?? new Exchange();
  sendAnswer(reply, await pipeline.answer({ requestId, headers, method, mediaType, client, parameters }));
}

/** What is wrong with the head of a request. Its body isn't read before that is known. */
function refusalOf(request: FastifyRequest): Failure | null {
  for (const check of requestGuards) {
    const found = check(request);
    if (found !== null) return found;
  }
  return null;
}

async function readPosted({ raw }: FastifyRequest, maximumBytes: number): Promise<ParametersDecision> {
  const read = await readBytes(raw, maximumBytes);
  return read instanceof Failure ? { kind: 'refused', failure: read } : readBody(read);
}

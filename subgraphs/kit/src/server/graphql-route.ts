import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

import type { Database } from '../database/index.ts';
import { catalogue } from '../errors/index.ts';
import type { ErrorCode } from '../errors/index.ts';
import { executeRequest } from '../subgraph/index.ts';
import type { Subgraph, SubgraphAnswer, SubgraphRequest } from '../subgraph/index.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';
import { isJson, negotiate } from './media-types.ts';
import type { AnswerType } from './media-types.ts';
import { readRequest } from './read-request.ts';

interface GraphqlRoute {
  readonly subgraph: Subgraph;
  readonly database: Database;
  readonly log: Log;
}

/**
 * GraphQL over HTTP at /graphql (https://graphql.github.io/graphql-over-http/draft/), by POST alone:
 *
 * 1. media types: what the client accepts (406), what it sends (415)
 * 2. the request's form (400)
 * 3. execution
 * 4. the status: 200 as soon as anything was executed; before that 200 for a client that reads plain JSON and
 *    the error's own for one that reads application/graphql-response+json
 */
export function addGraphqlRoute(server: FastifyInstance, { subgraph, database, log }: GraphqlRoute): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  server.post('/graphql', async (request, reply) => {
    const type = negotiate(request.headers.accept);
    if (type === null) return refuse(reply, 'application/json', 'NOT_ACCEPTABLE');
    if (!isJson(request.headers['content-type'])) return refuse(reply, type, 'UNSUPPORTED_MEDIA_TYPE');
    const read = readRequest(request.body);
    if (read.kind === 'refused') return refuse(reply, type, 'BAD_REQUEST', read.error.message);
    const answer = await answerTo(read.request, subgraph, database);
    logErrors(log, subgraph, answer);
    return send(reply, type, statusOf(answer, type), answer.result);
  });

  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'] as const) {
    server.route({
      method,
      url: '/graphql',
      handler: (_request, reply) =>
        refuse(reply.header('allow', 'POST'), 'application/json', 'METHOD_NOT_ALLOWED'),
    });
  }
}

function answerTo(request: SubgraphRequest, subgraph: Subgraph, database: Database): Promise<SubgraphAnswer> {
  return executeRequest(subgraph, database, request);
}

/** Answers with an error of the catalogue before anything was executed. */
export function refuse(
  reply: FastifyReply,
  type: AnswerType,
  code: ErrorCode,
  message?: string,
): FastifyReply {
  const entry = catalogue[code];
  const error: GraphQLFormattedError = { message: message ?? entry.message, extensions: { code } };
  return send(reply, type, entry.status, { errors: [error] });
}

function statusOf({ result, errors }: SubgraphAnswer, type: AnswerType): number {
  const [first] = errors;
  if (result.data !== undefined || first === undefined || type === 'application/json') return 200;
  return catalogue[first.code].status;
}

function send(reply: FastifyReply, type: AnswerType, status: number, body: object): FastifyReply {
  return reply.code(status).header('content-type', `${type}; charset=utf-8`).send(JSON.stringify(body));
}

function logErrors(log: Log, subgraph: Subgraph, { errors }: SubgraphAnswer): void {
  const distinct = new Map(errors.map((error) => [`${error.code} ${error.loader?.table ?? ''}`, error]));
  for (const error of distinct.values()) {
    const entry = { subgraph: subgraph.name, count: errors.length, ...describeError(error) };
    if (catalogue[error.code].status >= 500) log.error(entry, 'a field could not be answered');
    else log.info(entry, 'a request was refused');
  }
}

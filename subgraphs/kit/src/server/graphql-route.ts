import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

import type { Database } from '../database/index.ts';
import { catalogue } from '../errors/index.ts';
import type { ErrorCode } from '../errors/index.ts';
import { executeRequest } from '../subgraph/index.ts';
import type { Subgraph, SubgraphAnswer } from '../subgraph/index.ts';
import type { Admit } from './admit.ts';
import { describeError } from './describe-error.ts';
import type { Log } from './log.ts';
import { isJson, negotiate } from './media-types.ts';
import type { AnswerType } from './media-types.ts';
import { readRequest } from './read-request.ts';

interface GraphqlRoute {
  readonly subgraph: Subgraph;
  readonly database: Database;
  /** Tells who may ask, before anything is done for them. */
  readonly admit: Admit;
  readonly log: Log;
}

/**
 * GraphQL over HTTP at /graphql (https://graphql.github.io/graphql-over-http/draft/), by POST alone:
 *
 * 1. whether it is the gateway that asks (401)
 * 2. media types: what the client accepts (406), what it sends (415)
 * 3. the request's form (400)
 * 4. execution
 * 5. the status: 200 as soon as anything was executed; before that 200 for a client that reads plain JSON and
 *    the error's own for one that reads application/graphql-response+json
 */
export function addGraphqlRoute(
  server: FastifyInstance,
  { subgraph, database, admit, log }: GraphqlRoute,
): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  server.post('/graphql', async (request, reply) => {
    const admission = await admit(request);
    if (admission.kind === 'refused') {
      log.warn({ subgraph: subgraph.name, problem: admission.problem }, "a request is not the gateway's");
      return refuse(reply, negotiate(request.headers.accept) ?? 'application/json', 'UNAUTHENTICATED');
    }
    const type = negotiate(request.headers.accept);
    if (type === null) return refuse(reply, 'application/json', 'NOT_ACCEPTABLE');
    if (!isJson(request.headers['content-type'])) return refuse(reply, type, 'UNSUPPORTED_MEDIA_TYPE');
    const read = readRequest(request.body);
    if (read.kind === 'refused') return refuse(reply, type, 'BAD_REQUEST', read.error.message);
    const answer = await executeRequest(subgraph, database, read.request, admission.disclosed);
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

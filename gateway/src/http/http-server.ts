import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import type { Config } from '../config/index.ts';
import { failure, statusOf } from '../errors/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { answerHeaders } from './answer-headers.ts';
import { failureOf } from './failure-of.ts';
import { addGraphqlRoutes } from './graphql-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { requestIdMaker } from './request-id.ts';
import { sendFailure } from './send-answer.ts';

/** The gateway as seen from the network. */
export interface HttpServer {
  readonly start: () => Promise<{ readonly url: string }>;
  /** Readiness turns false, new requests are refused, those that have begun finish, and connections close. */
  readonly stop: () => Promise<void>;
}

/** What the server is made from. */
export interface HttpServerOptions {
  readonly pipeline: Pipeline;
  readonly config: Config['http'];
  readonly log: Logger;
}

/** Builds the server; it listens once started. */
export async function createHttpServer({ pipeline, config, log }: HttpServerOptions): Promise<HttpServer> {
  const phase = { isDraining: false };
  const server = fastify({
    bodyLimit: config.maximumRequestBytes,
    genReqId: requestIdMaker(config.trustRequestId),
    requestTimeout: config.deadlineMilliseconds,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (error, _, reply) => {
      sendFailure(reply, failureOf(error));
    },
  });
  addHooks(server, phase, log);
  await addCors(server, config.corsOrigins);
  addBodyParser(server);
  addGraphqlRoutes(server, pipeline);
  addHealthRoutes(server, () => !phase.isDraining);
  return {
    start: async () => ({ url: await listen(server, config) }),
    stop: async () => stop(server, phase, config.drainMilliseconds),
  };
}

/** Bodies stay bytes: whether they are JSON is for GraphQL over HTTP to say, in its own errors. */
function addBodyParser(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

function addHooks(server: FastifyInstance, phase: { readonly isDraining: boolean }, log: Logger): void {
  server.decorateReply('record', null);
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(answerHeaders).header('x-request-id', request.id);
    if (!phase.isDraining) return undefined;
    reply.header('connection', 'close');
    return request.url.startsWith('/health/') ? undefined : sendFailure(reply, failure('SHUTTING_DOWN'));
  });
  server.addHook('onSend', async (_, reply) => {
    if (phase.isDraining) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime: durationMilliseconds } = reply;
    const write = request.url.startsWith('/health/') ? log.debug : log.info;
    write('request', { requestId: request.id, status, durationMilliseconds, ...reply.record });
  });
  server.setNotFoundHandler((_, reply) => sendFailure(reply, failure('NOT_FOUND')));
  server.setErrorHandler((error, request, reply) => {
    const inner = failureOf(error);
    if (statusOf(inner) === 500) log.error('a request failed', { requestId: request.id, error });
    return sendFailure(reply, inner);
  });
}

/** Without origins no header says anything about other sites, and browsers keep their pages out. */
async function addCors(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: origins.map((origin) => new URL(origin).origin),
    methods: ['GET', 'POST'],
    allowedHeaders: ['accept', 'apollo-require-preflight', 'authorization', 'content-type', 'purpose-of-use'],
    exposedHeaders: ['x-request-id'],
    credentials: false,
    maxAge: 600,
  });
}

async function listen(server: FastifyInstance, { host, port }: Config['http']): Promise<string> {
  return server.listen({ host, port, listenTextResolver: (address) => address });
}

async function stop(
  server: FastifyInstance,
  phase: { isDraining: boolean },
  drainMilliseconds: number,
): Promise<void> {
  phase.isDraining = true;
  const timer = setTimeout(() => server.server.closeAllConnections(), drainMilliseconds);
  await server.close();
  clearTimeout(timer);
}

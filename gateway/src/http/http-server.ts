import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import type { Config } from '../config/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import type { Logger } from '../telemetry/index.ts';
import { failureOf } from './failure-of.ts';
import { addGraphqlRoutes } from './graphql-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import type { Phase } from './request-hooks.ts';
import { addRequestHooks } from './request-hooks.ts';
import { requestIdMaker } from './request-id.ts';
import { sendFailure } from './send-answer.ts';
import type { SilentConnections } from './silent-connections.ts';
import { trackSilentConnections } from './silent-connections.ts';

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
  const phase: Phase = { isDraining: false };
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
  addRequestHooks(server, phase, log);
  await addCors(server, config.corsOrigins);
  addBodyParser(server);
  addGraphqlRoutes(server, pipeline);
  addHealthRoutes(server, () => !phase.isDraining);
  const silent = trackSilentConnections(server.server);
  return {
    start: async () => ({ url: await listen(server, config) }),
    stop: async () => {
      phase.isDraining = true;
      await drain(server, silent, config.drainMilliseconds);
    },
  };
}

/** Bodies stay bytes: whether they are JSON is for GraphQL over HTTP to say, in its own errors. */
function addBodyParser(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
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

/** Waits for what has begun, and no longer than it may. */
async function drain(
  server: FastifyInstance,
  silent: SilentConnections,
  milliseconds: number,
): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), milliseconds);
  const closed = server.close();
  silent.close();
  await closed;
  clearTimeout(timer);
}

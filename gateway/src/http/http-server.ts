import type { ServerOptions } from 'node:http';

import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';

import type { Config } from '../config/index.ts';
import type { Pipeline } from '../pipeline/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { AgencyServices } from './agency-routes.ts';
import { addAgencyRoutes } from './agency-routes.ts';
import { answerBrokenRequest } from './broken-requests.ts';
import type { Connections } from './connections.ts';
import { trackConnections } from './connections.ts';
import type { DocumentationServices } from './documentation-routes.ts';
import { addDocumentationRoutes } from './documentation-routes.ts';
import { failureOf } from './failure-of.ts';
import { addGraphqlRoutes } from './graphql-routes.ts';
import { addHealthRoutes } from './health-routes.ts';
import { addLoadShedding } from './load-shedding.ts';
import { addRequestHooks } from './request-hooks.ts';
import { requestIdMaker } from './request-id.ts';
import type { Phase } from './send-answer.ts';
import { sendFailure } from './send-answer.ts';
import type { SessionServices } from './session-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import {
  addExplorerRoutes,
  addPageRoutes,
  builtExplorerFolder,
  builtFolder,
  documentationStylesheet,
} from './static-files/index.ts';

/** The gateway as seen from the network. */
export interface HttpServer {
  readonly start: () => Promise<{ readonly url: string }>;
  /**
   * Readiness turns false, and each answer from now on closes its connection; then nothing new is taken,
   * what has begun finishes, and what is open closes.
   */
  readonly stop: () => Promise<void>;
}

/** What the server is made from. */
export interface HttpServerOptions {
  readonly pipeline: Pipeline;
  readonly config: Config['http'];
  /** Nothing where agencies don't know this gateway by its keys. */
  readonly services?: AgencyServices | undefined;
  /** Nothing where nobody signs in by a browser. */
  readonly signIn?: SessionServices | null;
  /** Nothing where there is none to read. */
  readonly documentation?: DocumentationServices | null;
  readonly log: Logger;
}

/** Builds the server; it listens once started. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { pipeline, config, services, log } = options;
  const phase: Phase = { isDraining: false };
  const server = fastify({
    bodyLimit: config.maximumRequestBytes,
    genReqId: requestIdMaker(config.trustRequestId),
    requestTimeout: config.deadlineMilliseconds,
    http: arrival(config.deadlineMilliseconds),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (error, _, reply) => sendFailure(reply, failureOf(error)),
    clientErrorHandler: answerBrokenRequest,
  });
  server.decorate('phase', phase);
  addRequestHooks(server, log);
  await addCors(server, config.corsOrigins);
  leaveBodiesUnread(server);
  await addLoadShedding(server, config);
  addGraphqlRoutes(server, { pipeline, maximumRequestBytes: config.maximumRequestBytes });
  addHealthRoutes(server);
  addPageRoutes(server, builtFolder);
  if (config.explorer) addExplorerRoutes(server, builtExplorerFolder);
  if (options.documentation)
    addDocumentationRoutes(server, options.documentation, {
      stylesheet: documentationStylesheet(builtFolder),
      hasExplorer: config.explorer,
    });
  if (services) addAgencyRoutes(server, services);
  if (options.signIn) await addSessionRoutes(server, options.signIn);
  const connections = trackConnections(server.server);
  return {
    start: async () => ({ url: await listen(server, config) }),
    stop: async () => {
      phase.isDraining = true;
      await drain(server, connections, config.drainMilliseconds);
    },
  };
}

/**
 * How long a request may take to arrive. Node passes over the limit for the body unless the one for the head
 * is as short, and looks only twice a minute unless told otherwise.
 */
function arrival(deadlineMilliseconds: number): ServerOptions {
  return { headersTimeout: deadlineMilliseconds, connectionsCheckingInterval: 1000 };
}

/** The route that wants a body reads it, when it has found nothing wrong with the request's head. */
function leaveBodiesUnread(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_, __, done) => done(null));
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

/**
 * How long open connections are still listened to. To close one at once would lose the request that its
 * client may be sending; within this time a busy client has sent it, and heard that its connection closes.
 */
const farewellMilliseconds = 100;

/** Waits for what has begun, and no longer than it may. */
async function drain(server: FastifyInstance, connections: Connections, milliseconds: number): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), milliseconds);
  connections.closeSilent();
  await connections.emptied(Math.min(farewellMilliseconds, milliseconds));
  const closed = server.close();
  connections.closeSilent();
  await closed;
  clearTimeout(timer);
}

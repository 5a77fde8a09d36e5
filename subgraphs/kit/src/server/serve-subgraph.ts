import { fastify } from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';

import type { Database } from '../database/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import { openAdmission } from './admit.ts';
import type { AdmissionOptions } from './admit.ts';
import { addDraining } from './add-draining.ts';
import { addGraphqlRoute, refuse } from './graphql-route.ts';
import { addHealthRoutes } from './health-routes.ts';
import { createLog } from './log.ts';
import type { Log } from './log.ts';

/** Either `gateway` or `allowUnsigned` is given. */
export interface ServeOptions extends AdmissionOptions {
  /** Stays the caller's: it is not closed with the server. */
  readonly database: Database;
  /** 127.0.0.1 by default. */
  readonly host?: string;
  /** Any free one by default. */
  readonly port?: number;
  readonly log?: Log;
  /** The largest request that is read; 4 MiB by default. */
  readonly maximumRequestBytes?: number;
  /** How long requests in flight may take after `close`; 10 seconds by default. */
  readonly drainMilliseconds?: number;
}

export interface RunningSubgraph {
  /** Where it answers GraphQL, with the path. */
  readonly url: string;
  /** Takes no more requests, and resolves when those in flight are answered. */
  close(): Promise<void>;
}

/**
 * Serves a subgraph: /graphql to the gateway alone, /health/live and /health/ready to everybody.
 *
 * @throws ConfigurationError if it isn't said how the gateway is known, and unsigned requests aren't allowed.
 */
export async function serveSubgraph(subgraph: Subgraph, options: ServeOptions): Promise<RunningSubgraph> {
  const { database, host = '127.0.0.1', port = 0, log = createLog() } = options;
  const admit = await openAdmission(subgraph.name, options);
  if (options.allowUnsigned === true) log.warn({ subgraph: subgraph.name }, unsignedWarning);
  const server = fastify({
    bodyLimit: options.maximumRequestBytes ?? 4 * 1024 * 1024,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'application/json', 'NOT_FOUND'),
  });
  const drain = addDraining(server);
  addErrorAnswers(server, subgraph, log);
  addHealthRoutes(server, subgraph, database);
  addGraphqlRoute(server, { subgraph, database, admit, log });
  const address = await server.listen({ host, port });
  log.info({ subgraph: subgraph.name, address }, 'the subgraph is listening');
  return { url: `${address}/graphql`, close: () => drain(options.drainMilliseconds ?? 10_000) };
}

const unsignedWarning =
  'requests without a signature are answered with everything: for development, never with data of people';

function addErrorAnswers(server: FastifyInstance, subgraph: Subgraph, log: Log): void {
  server.setNotFoundHandler((_request, reply) => refuse(reply, 'application/json', 'NOT_FOUND'));
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error.statusCode === 413) return refuse(reply, 'application/json', 'REQUEST_TOO_LARGE');
    if (error.statusCode === 415) return refuse(reply, 'application/json', 'UNSUPPORTED_MEDIA_TYPE');
    if (error.statusCode === 400) return refuse(reply, 'application/json', 'BAD_REQUEST');
    log.error({ subgraph: subgraph.name, error: error.name, code: error.code }, 'a request failed');
    return refuse(reply, 'application/json', 'INTERNAL_SERVER_ERROR');
  });
}

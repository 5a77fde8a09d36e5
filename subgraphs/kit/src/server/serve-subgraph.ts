import { fastify } from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';

import type { Database } from '../database/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import { openAdmission } from './admit.ts';
import type { AdmissionOptions } from './admit.ts';
import { addDraining } from './add-draining.ts';
import { addGraphqlRoute, refuse } from './graphql-route.ts';
import { addFeedRoute } from './feed-route.ts';
import type { FeedExchange } from './feed-route.ts';
import { checkExchange, followFeeds } from './follow-feeds.ts';
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
  /** With whom feeds are exchanged; without it none are. */
  readonly feeds?: FeedExchange | undefined;
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
 * Serves a subgraph: /graphql to the gateway alone, /feeds to peers alone, and to everybody /health/live, /health/ready
 * and /health/feeds, which tells names of peers and numbers. Feeds of peers are followed until it is closed.
 *
 * @throws ConfigurationError if it isn't said how the gateway is known, and unsigned requests aren't allowed.
 */
export async function serveSubgraph(subgraph: Subgraph, options: ServeOptions): Promise<RunningSubgraph> {
  const { database, host = '127.0.0.1', port = 0, log = createLog(), feeds: exchange } = options;
  if (exchange !== undefined) checkExchange(subgraph, exchange);
  const { admit, close: closeAdmission } = await openAdmission(subgraph.name, options);
  if (options.allowUnsigned === true) log.warn({ subgraph: subgraph.name }, unsignedWarning);
  const server = fastify({
    bodyLimit: options.maximumRequestBytes ?? 4 * 1024 * 1024,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'application/json', 'NOT_FOUND'),
  });
  const drain = addDraining(server);
  server.addHook('onClose', closeAdmission);
  addErrorAnswers(server, subgraph, log);
  addHealthRoutes(server, subgraph, database);
  addGraphqlRoute(server, { subgraph, database, admit, log });
  if (exchange !== undefined) addFeedRoute(server, { subgraph, database, exchange, log });
  else if (subgraph.feeds.length > 0) log.info({ subgraph: subgraph.name }, noFeeds);
  const stopFollowing =
    exchange === undefined ? nothing : followFeeds(server, { subgraph, database, exchange, log });
  const address = await listening(server, { host, port }, stopFollowing);
  log.info({ subgraph: subgraph.name, address }, 'the subgraph is listening');
  const close = async (): Promise<void> => {
    await Promise.all([stopFollowing(), drain(options.drainMilliseconds ?? 10_000)]);
  };
  return { url: `${address}/graphql`, close };
}

const nothing = (): Promise<void> => Promise.resolve();

const noFeeds =
  'no feeds are exchanged with the resident index: --feed-peers names nobody, and its links stay as they are';

/** Whoever cannot listen follows nobody. */
async function listening(
  server: FastifyInstance,
  place: { readonly host: string; readonly port: number },
  stopFollowing: () => Promise<void>,
): Promise<string> {
  try {
    return await server.listen(place);
  } catch (error) {
    await stopFollowing();
    throw error;
  }
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

import type { FastifyInstance } from 'fastify';

import type { Database } from '../database/index.ts';
import { ConfigurationError } from '../errors/index.ts';
import { followFeed } from '../feeds/index.ts';
import type { FeedPeer } from '../feeds/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import type { FeedExchange } from './feed-route.ts';
import type { Log } from './log.ts';

interface Followed {
  readonly subgraph: Subgraph;
  readonly database: Database;
  readonly exchange: FeedExchange;
  readonly log: Log;
}

/**
 * Follows the feeds of a subgraph's peers while it serves. How each is getting on is told at /health/feeds, in names and
 * numbers.
 *
 * @returns what ends it
 */
export function followFeeds(
  server: FastifyInstance,
  { subgraph, database, exchange, log }: Followed,
): () => Promise<void> {
  const followings = subgraph.follows.flatMap((feed) =>
    exchange.peers
      .filter(hasAddress)
      .filter(({ name }) => feed.isFrom(name))
      .map((peer) => followFeed({ feed, peer, database, log })),
  );
  server.get('/health/feeds', () => ({ feeds: followings.map(({ progress }) => progress()) }));
  return async () => {
    await Promise.all(followings.map(({ stop }) => stop()));
  };
}

/** @throws ConfigurationError if persons are to be offered and nothing stands for their identifiers. */
export function checkExchange({ offersPersons }: Subgraph, { identityKey = null }: FeedExchange): void {
  if (!offersPersons || identityKey !== null) return;
  throw new ConfigurationError({
    place: '--identity-key-file',
    message: 'persons cannot be offered without the key that stands for their identifiers.',
    remedy: 'Give the key that the agencies of the identity-matching agreement share, or no --feed-peers.',
  });
}

function hasAddress(peer: FeedPeer): peer is FeedPeer & { readonly url: URL } {
  return peer.url !== null;
}

import type { FastifyInstance, FastifyReply } from 'fastify';

import { checkedClockSkew } from '../authorization/index.ts';
import type { Database } from '../database/index.ts';
import { databaseFailure } from '../database/index.ts';
import { createFeedVerifier, mostEntries, signFeedAnswer } from '../feeds/index.ts';
import type { Feed, FeedPeer, FeedRequest, IdentityKey } from '../feeds/index.ts';
import type { Subgraph } from '../subgraph/index.ts';
import { refuse } from './graphql-route.ts';
import type { Log } from './log.ts';

/** With whom feeds are exchanged, and how. */
export interface FeedExchange {
  readonly peers: readonly FeedPeer[];
  /** Needed by an agency that offers persons. */
  readonly identityKey?: IdentityKey | null;
  /** The address under which peers ask, if it isn't the Host header's by http. */
  readonly publicUrl?: string | undefined;
  /** By how much clocks may differ; 5 seconds by default, 30 at most. */
  readonly clockSkewSeconds?: number | undefined;
}

interface FeedRoute {
  readonly subgraph: Subgraph;
  readonly database: Database;
  readonly exchange: FeedExchange;
  readonly log: Log;
}

/**
 * Feeds at `POST /feeds/<name>`: 404 without such a feed, 401 and nothing else to whoever is no peer, 400 for what is no
 * question, 403 where the feed is not for this peer. What a peer is answered is signed.
 */
export function addFeedRoute(
  server: FastifyInstance,
  { subgraph, database, exchange, log }: FeedRoute,
): void {
  const { peers, identityKey = null, publicUrl, clockSkewSeconds } = exchange;
  const verify = createFeedVerifier({
    peers,
    audience: subgraph.name,
    clockSkewSeconds: checkedClockSkew(clockSkewSeconds),
    now: () => new Date(),
  });
  const origin = publicUrl === undefined ? null : new URL(publicUrl).origin;
  const feeds = new Map(subgraph.feeds.map((feed) => [feed.name, feed]));
  server.post<{ readonly Params: { readonly name: string } }>('/feeds/:name', async (request, reply) => {
    const feed = feeds.get(request.params.name);
    if (feed === undefined) return refuse(reply, 'application/json', 'NOT_FOUND');
    const { method, headers } = request;
    const body = typeof request.body === 'string' ? request.body : '';
    const targetUri = `${origin ?? `http://${headers.host ?? ''}`}${request.raw.url ?? ''}`;
    const verification = verify({ method, targetUri, headers, body });
    if (verification.kind === 'refused') {
      log.warn({ subgraph: subgraph.name, feed: feed.name, problem: verification.problem }, 'no peer asks');
      return refuse(reply, 'application/json', 'UNAUTHENTICATED', notOfAPeer);
    }
    const { peer, secret, signature: requestSignature } = verification;
    const { status, text } = await answerTo(feed, peer, body, { database, identityKey, log });
    const answer = { status, body: text, requestSignature };
    return send(reply.headers(signFeedAnswer(answer, secret, new Date())), status, text);
  });
}

const notOfAPeer = 'The request is not one that a peer of this subgraph signed just now.';

interface Answering {
  readonly database: Database;
  readonly identityKey: IdentityKey | null;
  readonly log: Log;
}

async function answerTo(
  feed: Feed,
  peer: string,
  body: string,
  { log, ...sources }: Answering,
): Promise<{ readonly status: number; readonly text: string }> {
  const question = readQuestion(body);
  if (question === null) return { status: 400, text: '{}' };
  try {
    const page = await feed.answer({ ...question, peer }, sources);
    return page === null ? { status: 403, text: '{}' } : { status: 200, text: JSON.stringify(page) };
  } catch (error) {
    const code = databaseFailure(error)?.code;
    log.error({ feed: feed.name, peer, database: code }, 'a feed could not be answered');
    return { status: 503, text: '{}' };
  }
}

function readQuestion(body: string): Omit<FeedRequest, 'peer'> | null {
  try {
    const { after, most } = JSON.parse(body) as Partial<Record<'after' | 'most', unknown>>;
    if (after !== null && (typeof after !== 'string' || after.length > 140)) return null;
    return Number.isInteger(most) && Number(most) > 0
      ? { after, most: Math.min(Number(most), mostEntries) }
      : null;
  } catch {
    return null;
  }
}

function send(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(text);
}

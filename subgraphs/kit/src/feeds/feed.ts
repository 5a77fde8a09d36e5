import type { Database } from '../database/index.ts';
import type { IdentityKey } from './identity-key.ts';

/** What a peer asks of a feed: what has changed since. */
export interface FeedRequest {
  /** Who asks, as their signature shows. */
  readonly peer: string;
  /** The cursor with which the peer's last page ended; null for everything. */
  readonly after: string | null;
  /** How many entries are wanted at most. */
  readonly most: number;
}

/** Part of a feed, in the order of the changes. An entry says what is now, so that a repeated one does no harm. */
export interface FeedPage<Entry = unknown> {
  readonly entries: readonly Entry[];
  /** The cursor from which the next page begins; means something only to the feed that gave it. */
  readonly next: string;
  /** Whether there is more already. */
  readonly more: boolean;
}

/** What a feed is answered from. */
export interface FeedSources {
  readonly database: Database;
  /** Null where the agency has none. */
  readonly identityKey: IdentityKey | null;
}

/** Changes that a subgraph offers to its peers at `/feeds/<name>`. */
export interface Feed {
  readonly name: string;
  /** Null where the feed is not for this peer. */
  readonly answer: (request: FeedRequest, sources: FeedSources) => Promise<FeedPage | null>;
}

/** The most entries of one page. */
export const mostEntries = 1000;

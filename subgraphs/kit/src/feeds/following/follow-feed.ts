import { setTimeout as pause } from 'node:timers/promises';

import { databaseFailure } from '../../database/index.ts';
import type { Database } from '../../database/index.ts';
import { askFeed, FeedProblem } from '../ask-feed.ts';
import type { FeedPeer } from '../feed-peers.ts';
import type { FollowedFeed } from './followed-feed.ts';
import { takePage } from './take-page.ts';

/** Where what happens is written: names and numbers, nothing of what is exchanged. */
interface FeedLog {
  readonly info: (fields: object, text: string) => void;
  readonly warn: (fields: object, text: string) => void;
}

/** How a feed is getting on. */
interface FeedProgress {
  readonly feed: string;
  readonly peer: string;
  /** When a page was last taken in, RFC 3339; null before the first. */
  readonly lastPageAt: string | null;
  readonly entriesTaken: number;
  readonly entriesSkipped: number;
  /** How often in a row it did not succeed. */
  readonly failures: number;
}

interface Following {
  readonly progress: () => FeedProgress;
  /** Resolves when the page that is being taken in was. */
  readonly stop: () => Promise<void>;
}

interface FollowOptions {
  readonly feed: FollowedFeed;
  readonly peer: FeedPeer & { readonly url: URL };
  readonly database: Database;
  readonly log: FeedLog;
}

const longestPauseMilliseconds = 30_000;

/**
 * Follows a peer's feed until it is stopped: asks, takes in, goes on from where it was. What fails is tried again, with
 * longer and longer pauses, for as long as the peer is away.
 */
export function followFeed({ feed, peer, database, log }: FollowOptions): Following {
  const ended = new AbortController();
  const progress = { lastPageAt: null as string | null, entriesTaken: 0, entriesSkipped: 0, failures: 0 };
  const names = { feed: feed.name, peer: peer.name };

  /** Gives whether there is more already. */
  const once = async (): Promise<boolean> => {
    const { more, ...counts } = await takePage(feed, { peer: peer.name, database }, (question) =>
      askFeed(peer, feed.name, question, ended.signal),
    );
    progress.lastPageAt = new Date().toISOString();
    progress.entriesTaken += counts.taken;
    progress.entriesSkipped += counts.skipped;
    if (counts.taken + counts.skipped > 0) log.info({ ...names, ...counts }, 'a page of a feed was taken in');
    return more;
  };
  const attempt = async (): Promise<number> => {
    try {
      const isMore = await once();
      if (progress.failures > 0) log.info(names, 'the feed is followed again');
      progress.failures = 0;
      return isMore ? 0 : feed.pauseMilliseconds;
    } catch (error) {
      if (ended.signal.aborted) return 0;
      progress.failures += 1;
      // Each power of two, so that a peer who is away for a day does not fill the log.
      if (Number.isInteger(Math.log2(progress.failures)))
        log.warn(
          { ...names, failures: progress.failures, problem: problemOf(error) },
          'a feed is not followed',
        );
      return backoff(feed, progress.failures);
    }
  };
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      // Each question stands on the answer before it.
      // oxlint-disable-next-line no-await-in-loop
      const milliseconds = await attempt();
      // oxlint-disable-next-line no-await-in-loop
      await pause(milliseconds, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    progress: () => ({ ...names, ...progress }),
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}

/** Some of it by chance, so that those who wait for one peer do not all come at once. */
function backoff({ pauseMilliseconds }: FollowedFeed, failures: number): number {
  const longest = Math.min(longestPauseMilliseconds, pauseMilliseconds * 2 ** (failures - 1));
  return longest * (0.5 + Math.random() / 2);
}

/** What a driver says may hold values. */
function problemOf(error: unknown): string {
  if (error instanceof FeedProblem) return error.message;
  return databaseFailure(error)?.code ?? (error instanceof Error ? error.name : 'unknown');
}

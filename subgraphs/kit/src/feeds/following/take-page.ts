import type { Database } from '../../database/index.ts';
import { mostEntries } from '../feed.ts';
import type { FeedPage } from '../feed.ts';
import { advanceCursor, cursorOf } from './feed-cursors.ts';
import type { FollowedFeed, TakenEntries } from './followed-feed.ts';

/** How a peer is asked for what comes after a cursor. */
type AskPage = (question: { readonly after: string | null; readonly most: number }) => Promise<FeedPage>;

/** Asks for the page after the last one that was taken in, takes it in, and keeps how far the feed was read. */
export async function takePage(
  feed: FollowedFeed,
  { peer, database }: { readonly peer: string; readonly database: Database },
  ask: AskPage,
): Promise<TakenEntries & { readonly more: boolean }> {
  const after = await cursorOf(database, feed.name, peer);
  const { entries, next, more } = await ask({ after, most: mostEntries });
  const counts = await feed.take({
    database,
    peer,
    entries,
    advance: (transaction) => advanceCursor(transaction, { feed: feed.name, peer }, after, next),
  });
  return { ...counts, more };
}

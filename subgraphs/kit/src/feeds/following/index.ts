export { advanceCursor, cursorOf, feedCursorsMigration } from './feed-cursors.ts';
export { followFeed } from './follow-feed.ts';
export type { FeedLog, FeedProgress, Following } from './follow-feed.ts';
export type { ArrivedPage, FollowedFeed, TakenEntries } from './followed-feed.ts';

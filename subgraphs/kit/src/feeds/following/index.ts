export { feedCursorsMigration } from './feed-cursors.ts';
export { followFeed } from './follow-feed.ts';
export type { FeedLog, FeedProgress, Following } from './follow-feed.ts';
export type { ArrivedPage, FollowedFeed, TakenEntries } from './followed-feed.ts';
export { takePage } from './take-page.ts';
export type { AskPage } from './take-page.ts';

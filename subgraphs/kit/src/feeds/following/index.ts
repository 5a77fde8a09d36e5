export { feedCursorsMigration } from './feed-cursors.ts';
export { followFeed } from './follow-feed.ts';
export type { ArrivedPage, FollowedFeed, TakenEntries } from './followed-feed.ts';
export { takePage } from './take-page.ts';

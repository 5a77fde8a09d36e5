export { createFeedReader } from './create-feed-reader.ts';
export type { FeedPage, ReadFeed } from './create-feed-reader.ts';

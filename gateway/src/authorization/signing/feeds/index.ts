export { createFeedReader } from './create-feed-reader.ts';

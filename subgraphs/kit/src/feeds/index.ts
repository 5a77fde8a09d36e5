export { askFeed } from './ask-feed.ts';
export type { Feed, FeedPage, FeedRequest, FeedSources } from './feed.ts';
export { mostEntries } from './feed.ts';
export { cursorText, readCursor } from './feed-cursor.ts';
export type { FeedCursor } from './feed-cursor.ts';
export { readFeedPeers } from './feed-peers.ts';
export type { FeedPeer } from './feed-peers.ts';
export { feedCursorsMigration, followFeed, takePage } from './following/index.ts';
export type { ArrivedPage, FollowedFeed, TakenEntries } from './following/index.ts';
export { identityKey, readIdentityKey } from './identity-key.ts';
export type { IdentityKey } from './identity-key.ts';
export { followedLinks } from './link-feed.ts';
export {
  checkPersons,
  isWithheld,
  personFeed,
  personFeedMigration,
  withheldPersonFeed,
} from './persons/index.ts';
export type {
  OfferedPerson,
  PersonColumn,
  PersonDeclaration,
  PersonElement,
  PersonEntry,
  WithheldPersons,
} from './persons/index.ts';
export { createFeedVerifier, signFeedAnswer } from './signing/index.ts';

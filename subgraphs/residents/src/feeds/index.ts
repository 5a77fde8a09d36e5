export { followedPersons } from './followed-persons.ts';
export { linkFeed } from './link-feed.ts';
export { mergeFeed } from './merge-feed.ts';
export { receivedPerson } from './person-record.ts';

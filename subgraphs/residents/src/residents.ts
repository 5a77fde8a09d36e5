import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { followedPersons, linkFeed, mergeFeed } from './feeds/index.ts';
import { residentLoaders } from './loaders.ts';
import { contact, feeds, goldenRecord, masterIndex, relations, review, search } from './migrations/index.ts';
import { resolvers } from './resolvers/index.ts';

/** The resident index as a subgraph. */
export const residents = defineSubgraph({
  name: 'residents',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [goldenRecord, contact, relations, masterIndex, review, feeds, search],
  loaders: residentLoaders,
  resolvers,
  feeds: [linkFeed, mergeFeed],
  follows: [followedPersons],
});

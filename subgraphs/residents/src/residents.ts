import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { commands } from './command-line/index.ts';
import { followedPersons, linkFeed, mergeFeed } from './feeds/index.ts';
import { residentLoaders } from './loaders.ts';
import {
  contact,
  feeds,
  goldenRecord,
  masterIndex,
  recordKeys,
  relations,
  review,
  search,
} from './migrations/index.ts';
import { officersOnly, resolvers } from './resolvers/index.ts';

/** The resident index as a subgraph. */
export const residents = defineSubgraph({
  name: 'residents',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [goldenRecord, contact, relations, masterIndex, review, feeds, search, recordKeys],
  loaders: residentLoaders,
  resolvers,
  extraRules: officersOnly,
  commands,
  feeds: [linkFeed, mergeFeed],
  follows: [followedPersons],
});

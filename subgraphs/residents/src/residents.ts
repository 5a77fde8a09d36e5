import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { residentLoaders } from './loaders.ts';
import { contact, goldenRecord, masterIndex, relations, review } from './migrations/index.ts';
import { resolvers } from './resolvers/index.ts';

/** The resident index as a subgraph. */
export const residents = defineSubgraph({
  name: 'residents',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [goldenRecord, contact, relations, masterIndex, review],
  loaders: residentLoaders,
  resolvers,
});

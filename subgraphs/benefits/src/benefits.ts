import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { benefitsLoaders } from './loaders.ts';
import { clientsAndCases, entitlements, medicaidAndChildCare } from './migrations/index.ts';
import { persons } from './persons.ts';
import { resolvers } from './resolvers/index.ts';

/** The benefits agency's subgraph: SNAP, TANF, Medicaid and child care. */
export const benefits = defineSubgraph({
  name: 'benefits',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations: [clientsAndCases, entitlements, medicaidAndChildCare],
  loaders: benefitsLoaders,
  resolvers,
  persons,
});

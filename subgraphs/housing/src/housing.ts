import { defineSubgraph, readSchema } from '@resident-graph/subgraph-kit';

import { loaders } from './loaders.ts';
import { migrations } from './migrations/index.ts';
import { persons } from './persons.ts';
import { resolvers } from './resolvers/index.ts';

/** The housing agency's subgraph: a Continuum of Care's HMIS in the form of the HMIS CSV FY2026. */
export const housing = defineSubgraph({
  name: 'housing',
  schema: readSchema(new URL('../schema.graphql', import.meta.url)),
  migrations,
  loaders,
  resolvers,
  persons,
});

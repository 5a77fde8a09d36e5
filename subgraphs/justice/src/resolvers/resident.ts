import { everyResident } from '@resident-graph/subgraph-kit';
import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { KnownResident } from './context.ts';

/**
 * Every resident has the section, known to the agency or not: a section that stood there for known persons only
 * would tell of a sealed record by standing there empty.
 */
export const resident: Resolvers<JusticeLoaders> = {
  Resident: {
    ...everyResident,
    justice: ({ localIds }: LinkedResident): KnownResident => ({ subjects: localIds.map(Number) }),
  },
};

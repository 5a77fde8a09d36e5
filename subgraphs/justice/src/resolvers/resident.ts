import { residentReference } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { Context, KnownResident } from './context.ts';

/**
 * Every resident has the section, known to the agency or not: a section that stood there for known persons only
 * would tell of a sealed record by standing there empty.
 */
export const resident: Resolvers<JusticeLoaders> = {
  Resident: {
    async __resolveReference(reference: { readonly id: string }, context: Context): Promise<KnownResident> {
      const linked = await residentReference.__resolveReference(reference, context);
      return { id: reference.id, subjects: (linked?.localIds ?? []).map(Number) };
    },
    justice: (resident: KnownResident) => resident,
  },
};

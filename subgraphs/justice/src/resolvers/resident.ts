import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { JusticeLoaders } from '../loaders.ts';
import type { Context, KnownResident } from './context.ts';
import { isResidentId } from './is-resident-id.ts';

/**
 * Every resident has the section, known to the agency or not: a section that stood there for known persons only
 * would tell of a sealed record by standing there empty.
 */
export const resident: Resolvers<JusticeLoaders> = {
  Resident: {
    async __resolveReference(
      { id }: { readonly id: string },
      { links }: Context,
    ): Promise<KnownResident | null> {
      const localIds = await links.localIds.load(id);
      return localIds.length > 0 || isResidentId(id) ? { id, subjects: localIds.map(Number) } : null;
    },
    justice: (known: KnownResident) => known,
  },
};

import { residentReference } from '@resident-graph/subgraph-kit';
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
      reference: { readonly id: string },
      context: Context,
    ): Promise<KnownResident | null> {
      const linked = await residentReference.__resolveReference(reference, context);
      if (linked !== null) return { id: linked.id, subjects: linked.localIds.map(Number) };
      return isResidentId(reference.id) ? { id: reference.id, subjects: [] } : null;
    },
    justice: (resident: KnownResident) => resident,
  },
};

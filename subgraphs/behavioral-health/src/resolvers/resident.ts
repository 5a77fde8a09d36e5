import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';
import type { Context } from './context.ts';
import { isResidentId } from './is-resident-id.ts';

/**
 * Every resident has the section and both halves, known to a provider or not: a section that stood there for
 * clients only would tell whoever may read one half that the other is not empty (42 CFR 2.13(c)).
 */
export const resident: Resolvers<BehavioralHealthLoaders> = {
  Resident: {
    async __resolveReference(
      { id }: { readonly id: string },
      { links }: Context,
    ): Promise<LinkedResident | null> {
      const localIds = await links.localIds.load(id);
      return localIds.length > 0 || isResidentId(id) ? { id, localIds } : null;
    },
    behavioralHealth: (linked: LinkedResident) => linked,
  },
  ResidentBehavioralHealth: {
    substanceUseTreatment: (linked: LinkedResident) => linked,
    mentalHealth: (linked: LinkedResident) => linked,
  },
};

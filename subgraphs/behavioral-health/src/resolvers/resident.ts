import { residentReference } from '@resident-graph/subgraph-kit';
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
      reference: { readonly id: string },
      context: Context,
    ): Promise<LinkedResident | null> {
      const linked = await residentReference.__resolveReference(reference, context);
      return linked ?? (isResidentId(reference.id) ? { id: reference.id, localIds: [] } : null);
    },
    behavioralHealth: (resident: LinkedResident) => resident,
  },
  ResidentBehavioralHealth: {
    substanceUseTreatment: (resident: LinkedResident) => resident,
    mentalHealth: (resident: LinkedResident) => resident,
  },
};

import { everyResident } from '@resident-graph/subgraph-kit';
import type { LinkedResident, PageLoader, Resolvers } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';
import type { Context, PageArguments } from './context.ts';
import { nullWhenNone } from './null-when-none.ts';

/**
 * Every resident has the section, known to a provider or not: a section that stood there for clients only would
 * tell whoever may read one half that the other is not empty (42 CFR 2.13(c)). A half is null where it has no
 * ordinary list, whatever a minor consented to alone.
 */
export const resident: Resolvers<BehavioralHealthLoaders> = {
  Resident: {
    ...everyResident,
    behavioralHealth: (linked: LinkedResident) => linked,
  },
  ResidentBehavioralHealth: {
    async substanceUseTreatment(linked: LinkedResident, _none: unknown, { loaders }: Context) {
      return (await hasEntries(loaders.ordinaryAdmissions, linked)) ? linked : null;
    },
    async mentalHealth(linked: LinkedResident, _none: unknown, { loaders }: Context) {
      return (await hasEntries(loaders.ordinaryEpisodes, linked)) ? linked : null;
    },
    minorConsentedSubstanceUseAdmissions: (
      { localIds }: LinkedResident,
      page: PageArguments,
      { loaders }: Context,
    ) => nullWhenNone(loaders.minorConsentedAdmissions.load({ keys: localIds, ...page })),
    minorConsentedMentalHealthEpisodes: (
      { localIds }: LinkedResident,
      page: PageArguments,
      { loaders }: Context,
    ) => nullWhenNone(loaders.minorConsentedEpisodes.load({ keys: localIds, ...page })),
  },
};

async function hasEntries(list: PageLoader<unknown, string>, { localIds }: LinkedResident): Promise<boolean> {
  const { edges } = await list.load({ keys: localIds, first: 1 });
  return edges.length > 0;
}

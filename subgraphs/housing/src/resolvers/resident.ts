import { residentReference } from '@resident-graph/subgraph-kit';
import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { HousingContext, PageArguments } from '../context.ts';
import type { Loaders } from '../loaders.ts';

/** The entity, and the domain object that stands for all client records of the resident. */
export const residentResolvers: Resolvers<Loaders> = {
  Resident: { ...residentReference, housing: (resident: LinkedResident) => resident },
  ResidentHousing: {
    clients: async ({ localIds }: LinkedResident, _: unknown, { loaders }: HousingContext) => {
      const clients = await Promise.all(localIds.map((id) => loaders.client.load(id)));
      return clients.filter((client) => client !== null);
    },
    enrollments: ({ localIds }: LinkedResident, page: PageArguments, { loaders }: HousingContext) =>
      loaders.enrollmentPage.load({ ...page, keys: localIds }),
  },
};

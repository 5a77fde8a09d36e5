import { residentReference } from '@resident-graph/subgraph-kit';
import type { LinkedResident } from '@resident-graph/subgraph-kit';

import type { HousingContext, PageArguments } from '../context.ts';

/** The entity, and the domain object that stands for all client records of the resident. */
export const residentResolvers = {
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

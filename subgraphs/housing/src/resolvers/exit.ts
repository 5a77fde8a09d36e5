import { columns } from '@resident-graph/subgraph-kit';

import { codes, isHopwaDestination } from '../codes/index.ts';
import type { ExitRow } from '../rows/index.ts';

/** HMIS 3.11 and 3.12. A move between HOPWA projects is told in a field of its own, as it speaks of HIV. */
export const exitResolvers = {
  HousingExit: {
    ...columns({ date: 'ExitDate', destinationSubsidy: 'DestinationSubsidyType' }),
    destination: ({ Destination }: ExitRow) =>
      isHopwaDestination(Destination) ? codes.HousingDestination.OTHER : Destination,
    hopwaDestination: ({ Destination }: ExitRow) => (isHopwaDestination(Destination) ? Destination : null),
  },
};

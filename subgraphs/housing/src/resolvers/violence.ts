import { columns } from '@resident-graph/subgraph-kit';

import type { HousingContext } from '../context.ts';
import type { EnrollmentRow } from '../rows/index.ts';
import { stageFields } from './metadata-fields.ts';
import { nothingIfEmpty } from './nothing-if-empty.ts';

/** HMIS 4.11 of one enrollment. */
export const violenceFields = {
  domesticViolence: async (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) =>
    nothingIfEmpty(await loaders.healthAndViolence.load(enrollment.EnrollmentID)),
};

export const violenceResolvers = {
  HousingDomesticViolence: {
    ...stageFields,
    ...columns({
      survivor: 'DomesticViolenceSurvivor',
      whenOccurred: 'WhenOccurred',
      isCurrentlyFleeing: 'CurrentlyFleeing',
    }),
  },
};

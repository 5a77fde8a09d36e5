import { columns } from '@resident-graph/subgraph-kit';

import type { HousingContext, PageArguments } from '../context.ts';
import type { EnrollmentRow } from '../rows/index.ts';

/** HMIS 4.12 of one enrollment. */
export const contactFields = {
  currentLivingSituations: (enrollment: EnrollmentRow, page: PageArguments, { loaders }: HousingContext) =>
    loaders.currentLivingSituationPage.load({ ...page, keys: [enrollment.EnrollmentID] }),
};

export const contactResolvers = {
  HousingCurrentLivingSituation: columns({
    informationDate: 'InformationDate',
    situation: 'CurrentLivingSituation',
    mustLeaveWithinFourteenDays: 'LeaveSituation14Days',
  }),
};

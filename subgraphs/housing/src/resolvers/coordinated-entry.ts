import { columns } from '@resident-graph/subgraph-kit';

import type { HousingContext, PageArguments } from '../context.ts';
import type { EnrollmentRow, EventRow } from '../rows/index.ts';

/** HMIS 4.19 and 4.20 of one enrollment. */
export const coordinatedEntryFields = {
  coordinatedEntryAssessments: (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) =>
    loaders.assessments.load(enrollment.EnrollmentID),
  coordinatedEntryEvents: (enrollment: EnrollmentRow, page: PageArguments, { loaders }: HousingContext) =>
    loaders.eventPage.load({ ...page, keys: [enrollment.EnrollmentID] }),
};

export const coordinatedEntryResolvers = {
  HousingCoordinatedEntryAssessment: columns({
    date: 'AssessmentDate',
    location: 'AssessmentLocation',
    type: 'AssessmentType',
    level: 'AssessmentLevel',
    prioritizationStatus: 'PrioritizationStatus',
  }),
  HousingCoordinatedEntryEvent: {
    ...columns({
      date: 'EventDate',
      type: 'Event',
      wasHoused: 'ProbSolDivRRResult',
      isEnrolledInAftercare: 'ReferralCaseManageAfter',
      referralResult: 'ReferralResult',
      resultDate: 'ResultDate',
    }),
    referredTo: (
      { LocationCrisisOrPHHousing: project }: EventRow,
      _: unknown,
      { loaders }: HousingContext,
    ) => (project === null ? null : loaders.project.load(project)),
  },
};

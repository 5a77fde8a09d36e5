import { columns } from '@resident-graph/subgraph-kit';

import type { HousingContext } from '../context.ts';
import type { EnrollmentRow } from '../rows/index.ts';
import { recordFields } from './metadata-fields.ts';

/** HMIS 3.08 to 3.917 of one enrollment; what other files hold of it is resolved beside. */
export const enrollmentFields = {
  ...recordFields,
  ...columns({
    enrollmentId: 'EnrollmentID',
    householdId: 'HouseholdID',
    continuumOfCareCode: 'EnrollmentCoC',
    entryDate: 'EntryDate',
    relationshipToHeadOfHousehold: 'RelationshipToHoH',
    moveInDate: 'MoveInDate',
    disablingCondition: 'DisablingCondition',
  }),
  project: (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) =>
    loaders.project.load(enrollment.ProjectID),
  priorLivingSituation: (enrollment: EnrollmentRow) =>
    enrollment.LivingSituation === null ? null : enrollment,
  exit: (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) =>
    loaders.exit.load(enrollment.EnrollmentID),
};

/** HMIS 3.917, whose columns stand in the enrollment's row. */
export const priorLivingSituationResolvers = {
  HousingPriorLivingSituation: columns({
    situation: 'LivingSituation',
    rentalSubsidy: 'RentalSubsidyType',
    lengthOfStay: 'LengthOfStay',
    isUnderLengthOfStayThreshold: 'LOSUnderThreshold',
    wasHomelessTheNightBefore: 'PreviousStreetESSH',
    homelessSince: 'DateToStreetESSH',
    timesHomelessInThreeYears: 'TimesHomelessPastThreeYears',
    monthsHomelessInThreeYears: 'MonthsHomelessPastThreeYears',
  }),
};

import { pageByKey, rowByKey, rowsByKey } from '@resident-graph/subgraph-kit';
import type { Database } from '@resident-graph/subgraph-kit';

import type {
  AssessmentRow,
  ClientRow,
  CurrentLivingSituationRow,
  DisabilityRow,
  EnrollmentRow,
  EventRow,
  ExitRow,
  FunderRow,
  HealthAndViolenceRow,
  IncomeBenefitsRow,
  OrganizationRow,
  ParticipationRow,
  ProjectContinuumRow,
  ProjectRow,
} from './rows/index.ts';

/** What the resolvers read through; built anew for each request. */
export type Loaders = ReturnType<typeof loaders>;

/** One loader for each way of reading a table: each is one statement for all keys of a tick. */
export function loaders(database: Database) {
  return {
    ...clientLoaders(database),
    ...factLoaders(database),
    ...contactLoaders(database),
    ...projectLoaders(database),
  };
}

function clientLoaders(database: Database) {
  return {
    client: rowByKey<ClientRow, string>(database, { table: 'Client', key: 'PersonalID' }),
    enrollmentPage: pageByKey<EnrollmentRow, string>(database, {
      table: 'Enrollment',
      key: 'PersonalID',
      orderBy: { column: 'EntryDate', order: 'desc' },
      tieBreaker: 'EnrollmentID',
    }),
    householdEnrollments: rowsByKey<EnrollmentRow, string>(database, {
      table: 'Enrollment',
      key: 'HouseholdID',
      orderBy: ascending('RelationshipToHoH', 'EnrollmentID'),
    }),
    exit: rowByKey<ExitRow, string>(database, { table: 'Exit', key: 'EnrollmentID' }),
  };
}

function factLoaders(database: Database) {
  return {
    disabilities: rowsByKey<DisabilityRow, string>(database, {
      ...byEnrollment('Disabilities'),
      orderBy: newestFirst('InformationDate', 'DisabilitiesID'),
    }),
    healthAndViolence: rowsByKey<HealthAndViolenceRow, string>(database, {
      ...byEnrollment('HealthAndDV'),
      orderBy: newestFirst('InformationDate', 'HealthAndDVID'),
    }),
    incomeBenefits: rowsByKey<IncomeBenefitsRow, string>(database, {
      ...byEnrollment('IncomeBenefits'),
      orderBy: newestFirst('InformationDate', 'IncomeBenefitsID'),
    }),
  };
}

function contactLoaders(database: Database) {
  return {
    currentLivingSituationPage: pageByKey<CurrentLivingSituationRow, string>(database, {
      ...byEnrollment('CurrentLivingSituation'),
      orderBy: { column: 'InformationDate', order: 'desc' },
      tieBreaker: 'CurrentLivingSitID',
    }),
    assessments: rowsByKey<AssessmentRow, string>(database, {
      ...byEnrollment('Assessment'),
      orderBy: newestFirst('AssessmentDate', 'AssessmentID'),
    }),
    eventPage: pageByKey<EventRow, string>(database, {
      ...byEnrollment('Event'),
      orderBy: { column: 'EventDate', order: 'desc' },
      tieBreaker: 'EventID',
    }),
  };
}

function projectLoaders(database: Database) {
  return {
    project: rowByKey<ProjectRow, string>(database, { table: 'Project', key: 'ProjectID' }),
    organization: rowByKey<OrganizationRow, string>(database, {
      table: 'Organization',
      key: 'OrganizationID',
    }),
    funders: rowsByKey<FunderRow, string>(database, {
      table: 'Funder',
      key: 'ProjectID',
      orderBy: newestFirst('StartDate', 'FunderID'),
    }),
    continuums: rowsByKey<ProjectContinuumRow, string>(database, {
      table: 'ProjectCoC',
      key: 'ProjectID',
      orderBy: ascending('CoCCode', 'ProjectCoCID'),
    }),
    participation: rowsByKey<ParticipationRow, string>(database, {
      table: 'HMISParticipation',
      key: 'ProjectID',
      orderBy: newestFirst('HMISParticipationStatusStartDate', 'HMISParticipationID'),
    }),
  };
}

const byEnrollment = (table: string) => ({ table, key: 'EnrollmentID' });

const newestFirst = (...columns: readonly string[]) =>
  columns.map((column) => ({ column, order: 'desc' as const }));

const ascending = (...columns: readonly string[]) =>
  columns.map((column) => ({ column, order: 'asc' as const }));

import type { Migration } from '@resident-graph/subgraph-kit';

import { metadataColumns } from './metadata-columns.ts';

/** Enrollments and exits, HMIS 3.08 to 3.917. */
export const createEnrollments: Migration = {
  name: '003-create-enrollments',
  up: async (database) => {
    await database.schema.createTable('Enrollment', (table) => {
      table.string('EnrollmentID', 32).primary();
      table.string('PersonalID', 32).notNullable();
      table.string('ProjectID', 32).notNullable();
      table.date('EntryDate').notNullable();
      table.string('HouseholdID', 32).notNullable().index();
      table.smallint('RelationshipToHoH').notNullable();
      table.string('EnrollmentCoC', 6);
      table.smallint('LivingSituation');
      table.smallint('RentalSubsidyType');
      table.smallint('LengthOfStay');
      table.smallint('LOSUnderThreshold');
      table.smallint('PreviousStreetESSH');
      table.date('DateToStreetESSH');
      table.smallint('TimesHomelessPastThreeYears');
      table.smallint('MonthsHomelessPastThreeYears');
      table.smallint('DisablingCondition');
      table.date('MoveInDate');
      metadataColumns(table);
      table.index(['PersonalID', 'EntryDate', 'EnrollmentID']);
    });
    await database.schema.createTable('Exit', (table) => {
      table.string('ExitID', 32).primary();
      table.string('EnrollmentID', 32).notNullable().unique();
      table.string('PersonalID', 32).notNullable();
      table.date('ExitDate').notNullable();
      table.smallint('Destination').notNullable();
      table.smallint('DestinationSubsidyType');
      metadataColumns(table);
    });
  },
  down: async (database) => {
    await database.schema.dropTable('Exit');
    await database.schema.dropTable('Enrollment');
  },
};

import type { Migration } from '@resident-graph/subgraph-kit';

import { metadataColumns } from './metadata-columns.ts';

/** Contacts and coordinated entry: HMIS 4.12, 4.19 and 4.20. */
export const createContacts: Migration = {
  name: '006-create-contacts',
  up: async (database) => {
    await database.schema.createTable('CurrentLivingSituation', (table) => {
      table.string('CurrentLivingSitID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('InformationDate').notNullable();
      table.smallint('CurrentLivingSituation').notNullable();
      table.smallint('LeaveSituation14Days');
      metadataColumns(table);
      table.index(['EnrollmentID', 'InformationDate', 'CurrentLivingSitID'], 'current_living_situation_page');
    });
    await database.schema.createTable('Assessment', (table) => {
      table.string('AssessmentID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('AssessmentDate').notNullable();
      table.string('AssessmentLocation', 250).notNullable();
      table.smallint('AssessmentType').notNullable();
      table.smallint('AssessmentLevel').notNullable();
      table.smallint('PrioritizationStatus').notNullable();
      metadataColumns(table);
      table.index(['EnrollmentID', 'AssessmentDate']);
    });
    await database.schema.createTable('Event', (table) => {
      table.string('EventID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('EventDate').notNullable();
      table.smallint('Event').notNullable();
      table.smallint('ProbSolDivRRResult');
      table.smallint('ReferralCaseManageAfter');
      table.string('LocationCrisisOrPHHousing', 250);
      table.smallint('ReferralResult');
      table.date('ResultDate');
      metadataColumns(table);
      table.index(['EnrollmentID', 'EventDate', 'EventID']);
    });
  },
  down: async (database) => {
    for (const table of ['Event', 'Assessment', 'CurrentLivingSituation']) {
      await database.schema.dropTable(table);
    }
  },
};

import type { Database, Migration } from '@resident-graph/subgraph-kit';

import { metadataColumns } from './metadata-columns.ts';

/**
 * Organizations and their projects. The checks keep out what must not be in a shared database: victim service
 * providers (34 USC 12291(b)(2)), comparable databases, and projects that serve only survivors of violence or
 * only people with HIV, where being served is the secret.
 */
export const createProjects: Migration = {
  name: '001-create-projects',
  up: async (database) => {
    await createOrganization(database);
    await createProject(database);
    await createProjectDetails(database);
  },
  down: async (database) => {
    for (const table of ['HMISParticipation', 'ProjectCoC', 'Funder', 'Project', 'Organization']) {
      await database.schema.dropTable(table);
    }
  },
};

async function createOrganization(database: Database): Promise<void> {
  await database.schema.createTable('Organization', (table) => {
    table.string('OrganizationID', 32).primary();
    table.string('OrganizationName', 200).notNullable();
    table.smallint('VictimServiceProvider').notNullable().checkIn(['0']);
    metadataColumns(table);
  });
}

async function createProject(database: Database): Promise<void> {
  await database.schema.createTable('Project', (table) => {
    table.string('ProjectID', 32).primary();
    table.string('OrganizationID', 32).notNullable();
    table.string('ProjectName', 200).notNullable();
    table.date('OperatingStartDate').notNullable();
    table.date('OperatingEndDate');
    table.smallint('ContinuumProject').notNullable();
    table.smallint('ProjectType');
    table.smallint('TargetPopulation').notNullable().checkIn(['4']);
    metadataColumns(table);
  });
}

async function createProjectDetails(database: Database): Promise<void> {
  await database.schema.createTable('Funder', (table) => {
    table.string('FunderID', 32).primary();
    table.string('ProjectID', 32).notNullable().index();
    table.smallint('Funder').notNullable();
    table.string('GrantID', 100).notNullable();
    table.date('StartDate').notNullable();
    table.date('EndDate');
    metadataColumns(table);
  });
  await database.schema.createTable('ProjectCoC', (table) => {
    table.string('ProjectCoCID', 32).primary();
    table.string('ProjectID', 32).notNullable().index();
    table.string('CoCCode', 6).notNullable();
    table.string('Geocode', 6).notNullable();
    metadataColumns(table);
  });
  await database.schema.createTable('HMISParticipation', (table) => {
    table.string('HMISParticipationID', 32).primary();
    table.string('ProjectID', 32).notNullable().index();
    table.smallint('HMISParticipationType').notNullable().checkIn(['0', '1']);
    table.date('HMISParticipationStatusStartDate').notNullable();
    table.date('HMISParticipationStatusEndDate');
    metadataColumns(table);
  });
}

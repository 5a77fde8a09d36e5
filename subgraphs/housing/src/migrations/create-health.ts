import type { Migration } from '@resident-graph/subgraph-kit';

import { metadataColumns } from './metadata-columns.ts';

/** Disabilities, HMIS 4.05 to 4.10 with W4 and W6, and domestic violence, HMIS 4.11. */
export const createHealth: Migration = {
  name: '004-create-health',
  up: async (database) => {
    await database.schema.createTable('Disabilities', (table) => {
      table.string('DisabilitiesID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('InformationDate').notNullable();
      table.smallint('DisabilityType').notNullable();
      table.smallint('DisabilityResponse').notNullable();
      table.smallint('IndefiniteAndImpairs');
      table.smallint('TCellCountAvailable');
      table.integer('TCellCount');
      table.smallint('ViralLoadAvailable');
      table.integer('ViralLoad');
      table.smallint('AntiRetroviral');
      table.smallint('DataCollectionStage').notNullable();
      metadataColumns(table);
      table.index(['EnrollmentID', 'InformationDate']);
    });
    await database.schema.createTable('HealthAndDV', (table) => {
      table.string('HealthAndDVID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('InformationDate').notNullable();
      table.smallint('DomesticViolenceSurvivor');
      table.smallint('WhenOccurred');
      table.smallint('CurrentlyFleeing');
      table.smallint('DataCollectionStage').notNullable();
      metadataColumns(table);
      table.index(['EnrollmentID', 'InformationDate']);
    });
  },
  down: async (database) => {
    await database.schema.dropTable('HealthAndDV');
    await database.schema.dropTable('Disabilities');
  },
};

import type { Migration } from '@resident-graph/subgraph-kit';

import { raceColumn } from '../codes/index.ts';
import { metadataColumns } from './metadata-columns.ts';

/** Client records, HMIS 3.01 to 3.07. */
export const createClients: Migration = {
  name: '002-create-clients',
  up: async (database) => {
    await database.schema.createTable('Client', (table) => {
      table.string('PersonalID', 32).primary();
      table.string('FirstName', 50);
      table.string('MiddleName', 50);
      table.string('LastName', 50);
      table.string('NameSuffix', 50);
      table.smallint('NameDataQuality').notNullable();
      table.string('SSN', 9);
      table.smallint('SSNDataQuality').notNullable();
      table.date('DOB');
      table.smallint('DOBDataQuality').notNullable();
      for (const column of Object.values(raceColumn)) table.smallint(column).notNullable();
      table.smallint('RaceNone');
      table.smallint('Sex').notNullable();
      table.smallint('VeteranStatus');
      metadataColumns(table);
    });
  },
  down: async (database) => {
    await database.schema.dropTable('Client');
  },
};

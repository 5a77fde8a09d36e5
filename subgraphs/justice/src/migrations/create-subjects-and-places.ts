import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** The agency's person records, and the facilities and courts that the other records name. */
export const createSubjectsAndPlaces: Migration = {
  name: '0001-create-subjects-and-places',
  async up(database) {
    await createSubjects(database);
    await createDetentionFacilities(database);
    await createCourts(database);
  },
  async down(database) {
    await database.schema.dropTable('Court');
    await database.schema.dropTable('DetentionFacility');
    await database.schema.dropTable('Subject');
  },
};

async function createSubjects(database: Database): Promise<void> {
  await database.schema.createTable('Subject', (table) => {
    table.integer('SubjectID').primary();
    table.string('IdentificationBasisCode', 2).notNullable();
    table.string('PersonStateFingerprintIdentification', 12);
    table.string('PersonGivenName', 60);
    table.string('PersonMiddleName', 60);
    table.string('PersonSurName', 60);
    table.string('PersonNameSuffixText', 4);
    table.date('PersonBirthDate');
    table.string('PersonSexCode', 1);
    table.string('PersonSSNIdentification', 9);
    table.string('AddressFullText', 200);
  });
}

async function createDetentionFacilities(database: Database): Promise<void> {
  await database.schema.createTable('DetentionFacility', (table) => {
    table.integer('DetentionFacilityID').primary();
    table.string('FacilityName', 120).notNullable();
    table.string('CountyName', 60);
  });
}

async function createCourts(database: Database): Promise<void> {
  await database.schema.createTable('Court', (table) => {
    table.integer('CourtID').primary();
    table.string('CourtName', 120).notNullable();
  });
}

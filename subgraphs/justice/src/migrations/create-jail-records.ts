import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** Bookings with their arrest, charges, bail and release. */
export const createJailRecords: Migration = {
  name: '0003-create-jail-records',
  async up(database) {
    await createBookings(database);
    await createArrests(database);
    await createArrestCharges(database);
    await createBails(database);
    await createReleases(database);
  },
  async down(database) {
    await database.schema.dropTable('BookingRelease');
    await database.schema.dropTable('Bail');
    await database.schema.dropTable('ArrestCharge');
    await database.schema.dropTable('Arrest');
    await database.schema.dropTable('Booking');
  },
};

async function createBookings(database: Database): Promise<void> {
  await database.schema.createTable('Booking', (table) => {
    table.integer('BookingID').primary();
    table.integer('SubjectID').notNullable().index();
    table.string('BookingNumberText', 20).notNullable();
    table.string('BookingAgencyName', 120);
    table.date('BookingDate').notNullable();
    table.integer('DetentionFacilityID').notNullable();
    table.smallint('BookingSealedIndicator').notNullable();
    table.smallint('BookingJuvenileIndicator').notNullable();
    table.integer('CaseID').index();
  });
}

async function createArrests(database: Database): Promise<void> {
  await database.schema.createTable('Arrest', (table) => {
    table.integer('ArrestID').primary();
    table.integer('BookingID').notNullable().unique();
    table.date('ArrestDate');
    table.string('ArrestAgencyName', 120);
    table.string('ArrestCategoryCode', 1);
    table.smallint('ArrestWarrantIndicator');
    table.string('ArrestSubjectJuvenileDispositionCode', 1);
  });
}

async function createArrestCharges(database: Database): Promise<void> {
  await database.schema.createTable('ArrestCharge', (table) => {
    table.integer('ChargeID').primary();
    table.integer('BookingID').notNullable().index();
    table.smallint('ChargeSequenceID').notNullable();
    table.string('ChargeNCICCode', 4);
    table.string('ChargeDescriptionText', 120);
    table.string('ChargeSeverityCode', 1);
    table.string('ChargeStatuteCodeSection', 40);
    table.date('ChargeDate');
    table.string('ChargeDispositionCode', 3);
    table.date('ChargeDispositionDate');
  });
}

async function createBails(database: Database): Promise<void> {
  await database.schema.createTable('Bail', (table) => {
    table.integer('BailID').primary();
    table.integer('BookingID').notNullable().index();
    table.decimal('BailSetAmount', 12, 2);
    table.date('BailPostedDate');
    table.date('BailRevokedDate');
  });
}

async function createReleases(database: Database): Promise<void> {
  await database.schema.createTable('BookingRelease', (table) => {
    table.integer('BookingID').primary();
    table.date('BookingReleaseDate');
    table.string('BookingReleaseReasonCode', 4);
  });
}

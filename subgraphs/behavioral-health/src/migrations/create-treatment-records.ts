import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** What programmes under 42 CFR Part 2 report: admissions, transfers, discharges and what belongs to them. */
export const createTreatmentRecords: Migration = {
  name: '0002-create-treatment-records',
  async up(database) {
    await createAdmissions(database);
    await createAdmissionViews(database);
    await createDischarges(database);
    await createSubstances(database);
    await createMedications(database);
    await createCounselingNotes(database);
  },
  async down(database) {
    await database.schema.dropTable('SUD_COUNSELING_NOTE');
    await database.schema.dropTable('TEDS_MEDICATION');
    await database.schema.dropTable('TEDS_SUBSTANCE');
    await database.schema.dropTable('TEDS_DISCHARGE');
    await database.schema.dropView('TEDS_TRANSFER');
    await database.schema.dropView('TEDS_MINOR_ADMISSION');
    await database.schema.dropView('TEDS_ORDINARY_ADMISSION');
    await database.schema.dropTable('TEDS_ADMISSION');
  },
};

/** One row for each TEDS admission record; a transfer (TRANS_TYPE T) names the admission of its episode. */
async function createAdmissions(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_ADMISSION', (table) => {
    table.string('ADMISSION_KEY', 20).primary();
    table.string('CLIENT_KEY', 31).notNullable().index();
    table.string('PROVIDER_ID', 15).notNullable();
    table.string('CLIENT_ID', 15).notNullable();
    table.string('TRANS_TYPE', 1).notNullable();
    table.string('EPISODE_KEY', 20).notNullable().index();
    table.date('ADMIT_DT').notNullable();
    table.smallint('CODEPENDENT');
    table.string('PRIOR_EPISODES', 1);
    table.string('REFERRAL_SRC', 2);
    table.string('DETAILED_CJ_REF', 2);
    table.string('SERVICE_SETTING', 2);
    table.string('MAT_OPIOID', 1);
    table.smallint('ARRESTS_30');
    table.integer('DAYS_WAITING');
    table.string('PAYMENT_SRC', 2);
    table.string('FUNDING_SRC', 4);
    table.smallint('MINOR_CONSENT').notNullable();
  });
}

/** Each list reads a view of its own, so that what one list may not show cannot touch its pages or cursors. */
async function createAdmissionViews(database: Database): Promise<void> {
  const admissions = { TRANS_TYPE: 'A' };
  await database.schema.createView('TEDS_ORDINARY_ADMISSION', (view) => {
    view.as(database('TEDS_ADMISSION').where({ ...admissions, MINOR_CONSENT: 2 }));
  });
  await database.schema.createView('TEDS_MINOR_ADMISSION', (view) => {
    view.as(database('TEDS_ADMISSION').where({ ...admissions, MINOR_CONSENT: 1 }));
  });
  await database.schema.createView('TEDS_TRANSFER', (view) => {
    view.as(database('TEDS_ADMISSION').where({ TRANS_TYPE: 'T' }));
  });
}

async function createDischarges(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_DISCHARGE', (table) => {
    table.string('DISCHARGE_KEY', 20).primary();
    table.string('ADMISSION_KEY', 20).notNullable().unique();
    table.date('LAST_CONTACT_DT');
    table.date('DISCHARGE_DT');
    table.string('REASON', 2);
    table.string('SERVICE_SETTING', 2);
  });
}

/** RECORD_KEY is an admission's key for the problems as of admission, a discharge's for those as of discharge. */
async function createSubstances(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_SUBSTANCE', (table) => {
    table.string('SUBSTANCE_KEY', 24).primary();
    table.string('RECORD_KEY', 20).notNullable().index();
    table.smallint('PROBLEM_RANK').notNullable();
    table.string('SUBSTANCE', 2);
    table.string('ROUTE', 2);
    table.string('FREQUENCY', 2);
    table.smallint('AGE_FIRST_USE');
  });
}

async function createMedications(database: Database): Promise<void> {
  await database.schema.createTable('TEDS_MEDICATION', (table) => {
    table.string('MEDICATION_KEY', 24).primary();
    table.string('ADMISSION_KEY', 20).notNullable().index();
    table.string('MEDICATION_CD', 4).notNullable();
    table.date('START_DT');
    table.date('END_DT');
  });
}

async function createCounselingNotes(database: Database): Promise<void> {
  await database.schema.createTable('SUD_COUNSELING_NOTE', (table) => {
    table.string('NOTE_KEY', 24).primary();
    table.string('ADMISSION_KEY', 20).notNullable().index();
    table.date('SESSION_DT');
    table.text('NOTE_TEXT');
  });
}

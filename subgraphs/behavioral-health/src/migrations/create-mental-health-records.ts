import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** Episodes of mental health care and what belongs to them. */
export const createMentalHealthRecords: Migration = {
  name: '0003-create-mental-health-records',
  async up(database) {
    await createEpisodes(database);
    await createEpisodeViews(database);
    await createMedications(database);
    await createPsychotherapyNotes(database);
  },
  async down(database) {
    await database.schema.dropTable('MH_PSYCHOTHERAPY_NOTE');
    await database.schema.dropTable('MH_MEDICATION');
    await database.schema.dropView('MH_MINOR_EPISODE');
    await database.schema.dropView('MH_ORDINARY_EPISODE');
    await database.schema.dropTable('MH_EPISODE');
  },
};

async function createEpisodes(database: Database): Promise<void> {
  await database.schema.createTable('MH_EPISODE', (table) => {
    table.string('EPISODE_KEY', 20).primary();
    table.string('CLIENT_KEY', 31).notNullable().index();
    table.string('PROVIDER_ID', 15).notNullable();
    table.date('ADMIT_DT').notNullable();
    table.date('DISCHARGE_DT');
    table.string('SERVICE_SETTING', 2);
    table.smallint('CRISIS');
    table.string('DIAGNOSIS_CATEGORY', 3);
    table.string('LEGAL_STATUS', 2);
    table.string('SMI_SED', 1);
    table.string('REFERRAL_SRC', 2);
    table.string('PAYMENT_SRC', 2);
    table.string('FUNDING_SRC', 4);
    table.smallint('MINOR_CONSENT').notNullable();
  });
}

/** Each list reads a view of its own, so that what one list may not show cannot touch its pages or cursors. */
async function createEpisodeViews(database: Database): Promise<void> {
  await database.schema.createView('MH_ORDINARY_EPISODE', (view) => {
    view.as(database('MH_EPISODE').where({ MINOR_CONSENT: 2 }));
  });
  await database.schema.createView('MH_MINOR_EPISODE', (view) => {
    view.as(database('MH_EPISODE').where({ MINOR_CONSENT: 1 }));
  });
}

async function createMedications(database: Database): Promise<void> {
  await database.schema.createTable('MH_MEDICATION', (table) => {
    table.string('MEDICATION_KEY', 24).primary();
    table.string('EPISODE_KEY', 20).notNullable().index();
    table.string('MEDICATION_NAME', 60);
    table.date('START_DT');
    table.date('END_DT');
  });
}

async function createPsychotherapyNotes(database: Database): Promise<void> {
  await database.schema.createTable('MH_PSYCHOTHERAPY_NOTE', (table) => {
    table.string('NOTE_KEY', 24).primary();
    table.string('EPISODE_KEY', 20).notNullable().index();
    table.date('SESSION_DT');
    table.text('NOTE_TEXT');
  });
}

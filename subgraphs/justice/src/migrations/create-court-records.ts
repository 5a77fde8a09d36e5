import type { Database, Migration } from '@resident-graph/subgraph-kit';

/** Cases with their charges, hearings and the supervision that they ended in. */
export const createCourtRecords: Migration = {
  name: '0002-create-court-records',
  async up(database) {
    await createCases(database);
    await createCaseCharges(database);
    await createHearings(database);
    await createSupervisions(database);
  },
  async down(database) {
    await database.schema.dropTable('Supervision');
    await database.schema.dropTable('CaseHearing');
    await database.schema.dropTable('CaseCharge');
    await database.schema.dropTable('CourtCase');
  },
};

async function createCases(database: Database): Promise<void> {
  await database.schema.createTable('CourtCase', (table) => {
    table.integer('CaseID').primary();
    table.integer('SubjectID').notNullable().index();
    table.string('CaseNumberText', 20).notNullable();
    table.integer('CourtID').notNullable();
    table.string('CaseTypeCode', 2);
    table.string('CaseStatusCode', 1);
    table.date('CaseFilingDate').notNullable();
    table.smallint('CaseDomesticViolenceIndicator');
    table.string('CaseDefenseAttorneyName', 120);
    table.smallint('CaseSealedIndicator').notNullable();
    table.smallint('CaseJuvenileIndicator').notNullable();
  });
}

async function createCaseCharges(database: Database): Promise<void> {
  await database.schema.createTable('CaseCharge', (table) => {
    table.integer('ChargeID').primary();
    table.integer('CaseID').notNullable().index();
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

async function createHearings(database: Database): Promise<void> {
  await database.schema.createTable('CaseHearing', (table) => {
    table.integer('HearingID').primary();
    table.integer('CaseID').notNullable().index();
    table.datetime('HearingDateTime').notNullable();
    table.string('HearingTypeCode', 3);
    table.string('HearingStatusCode', 1);
    table.string('CourtroomText', 20);
  });
}

async function createSupervisions(database: Database): Promise<void> {
  await database.schema.createTable('Supervision', (table) => {
    table.integer('SupervisionID').primary();
    table.integer('CaseID').notNullable().index();
    table.string('SupervisionTypeCode', 4);
    table.date('SupervisionStartDate').notNullable();
    table.date('SupervisionEndDate');
    table.string('SupervisionOfficerName', 120);
    table.string('SupervisionOfficerPhone', 10);
  });
}

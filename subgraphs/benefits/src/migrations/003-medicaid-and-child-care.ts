import type { Migration } from '@resident-graph/subgraph-kit';

/**
 * The two newer systems beside the mainframe: Medicaid by T-MSIS names with 9999-12-31 for an open end, child
 * care with real dates and dollars.
 */
export const medicaidAndChildCare: Migration = {
  name: '003-medicaid-and-child-care',
  up: async (database) => {
    await database.schema.createTable('MCD_ENRL', (table) => {
      table.integer('ENRL_SEQ').primary();
      table.string('CLNT_ID', 9).notNullable();
      table.string('MSIS_IDENTIFICATION_NUM', 12).notNullable();
      table.string('ELIGIBILITY_GROUP', 2).notNullable();
      table.string('DUAL_ELIGIBLE_CODE', 2).notNullable();
      table.string('RESTRICTED_BENEFITS_CODE', 1).notNullable();
      table.date('ENROLLMENT_EFF_DATE').notNullable();
      table.date('ENROLLMENT_END_DATE').notNullable();
      table.date('RENEWAL_DUE_DATE');
      table.string('TRMN_RSN_CD', 2);
      table.string('WRKR_ID', 6);
      table.index(['CLNT_ID', 'ENROLLMENT_EFF_DATE', 'ENRL_SEQ']);
    });
    await database.schema.createTable('CCDF_AUTH', (table) => {
      table.integer('AUTH_SEQ').primary();
      table.string('CASE_NBR', 9).notNullable().index();
      table.string('CHLD_CLNT_ID', 9).notNullable();
      table.string('PRVDR_NM', 80);
      table.string('STNG_CD', 1).notNullable();
      table.integer('MO_HRS').notNullable();
      table.decimal('MO_SBSDY_AMT', 9, 2).notNullable();
      table.decimal('MO_COPAY_AMT', 9, 2).notNullable();
      table.string('CARE_RSN_CD', 1).notNullable();
      table.date('AUTH_BEG_DT').notNullable();
      table.date('AUTH_END_DT');
    });
  },
  down: async (database) => {
    await database.schema.dropTable('CCDF_AUTH');
    await database.schema.dropTable('MCD_ENRL');
  },
};

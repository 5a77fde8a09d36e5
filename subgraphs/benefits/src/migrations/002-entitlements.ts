import type { Migration } from '@resident-graph/subgraph-kit';

/** What follows from cases: applications, eligibility, certification, issuances in cents, and income. */
export const entitlements: Migration = {
  name: '002-entitlements',
  up: async (database) => {
    await database.schema.createTable('BNFT_APPL', (table) => {
      table.string('APPL_NBR', 9).primary();
      table.string('CLNT_PGM', 10).notNullable();
      table.string('APPL_DT', 8).notNullable();
      table.string('DSPN_CD', 1).notNullable();
      table.string('DSPN_DT', 8).notNullable();
      table.string('DNL_RSN_CD', 2);
      table.string('XPD_IND', 1).notNullable();
      table.index(['CLNT_PGM', 'APPL_DT', 'APPL_NBR']);
    });
    await database.schema.createTable('PGM_ELIG', (table) => {
      table.string('CLNT_PGM', 10).notNullable();
      table.string('BEG_DT', 8).notNullable();
      table.string('END_DT', 8).notNullable();
      table.string('PGM_CD', 1).notNullable();
      table.string('EB01_CD', 1).notNullable();
      table.primary(['CLNT_PGM', 'BEG_DT']);
    });
    await database.schema.createTable('CERT_PRD', (table) => {
      table.string('CASE_NBR', 9).notNullable();
      table.string('BEG_DT', 8).notNullable();
      table.string('END_DT', 8).notNullable();
      table.string('RCRT_STAT_CD', 1).notNullable();
      table.primary(['CASE_NBR', 'BEG_DT']);
    });
    await database.schema.createTable('BNFT_ISSU', (table) => {
      table.string('ISSU_NBR', 12).primary();
      table.string('CASE_NBR', 9).notNullable();
      table.string('BNFT_MO', 6).notNullable();
      table.string('ISSU_DT', 8).notNullable();
      table.integer('AMT_CENTS').notNullable();
      table.string('ISSU_CD', 1).notNullable();
      table.index(['CASE_NBR', 'ISSU_DT', 'ISSU_NBR']);
    });
    await database.schema.createTable('INCM_SRC', (table) => {
      table.string('INCM_KEY', 12).primary();
      table.string('CLNT_ID', 9).notNullable();
      table.string('INCM_CD', 2).notNullable();
      table.integer('MO_AMT_CENTS').notNullable();
      table.string('PAYR_NM', 80);
      table.string('VRF_CD', 1).notNullable();
      table.string('BEG_DT', 8).notNullable();
      table.string('END_DT', 8).notNullable();
      table.index(['CLNT_ID', 'BEG_DT', 'INCM_KEY']);
    });
  },
  down: async (database) => {
    for (const table of ['INCM_SRC', 'BNFT_ISSU', 'CERT_PRD', 'PGM_ELIG', 'BNFT_APPL']) {
      await database.schema.dropTable(table);
    }
  },
};

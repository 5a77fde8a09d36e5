import type { Migration } from '@resident-graph/subgraph-kit';

/**
 * The mainframe's files as tables: short upper-case columns, zero-padded character keys, dates as YYYYMMDD
 * with 00000000 for none, and CLNT_PGM, a client number with the programme's letter behind it
 * (S SNAP, T TANF, M Medicaid, K child care).
 */
export const clientsAndCases: Migration = {
  name: '001-clients-and-cases',
  up: async (database) => {
    await database.schema.createTable('OFC_MSTR', (table) => {
      table.string('OFC_CD', 3).primary();
      table.string('OFC_NM', 60).notNullable();
    });
    await database.schema.createTable('WRKR_MSTR', (table) => {
      table.string('WRKR_ID', 6).primary();
      table.string('OFC_CD', 3).notNullable();
      table.string('WRK_PHN', 10);
    });
    await database.schema.createTable('CLNT_MSTR', (table) => {
      table.string('CLNT_ID', 9).primary();
      table.string('LAST_NM', 80);
      table.string('FRST_NM', 80);
      table.string('MID_INIT', 1);
      table.string('SFX_NM', 8);
      table.string('BRTH_DT', 8).notNullable();
      table.string('BRTH_VRF_CD', 1).notNullable();
      table.string('SEX_CD', 1).notNullable();
      table.string('RGST_DT', 8).notNullable();
    });
    await database.schema.createTable('CASE_MSTR', (table) => {
      table.string('CASE_NBR', 9).primary();
      table.string('PGM_CD', 1).notNullable();
      table.string('STAT_CD', 1).notNullable();
      table.string('OPEN_DT', 8).notNullable();
      table.string('CLOS_DT', 8).notNullable();
      table.string('CLOS_RSN_CD', 2);
      table.string('RCRT_DUE_DT', 8).notNullable();
      table.integer('TM_LMT_MOS');
      table.string('WRKR_ID', 6);
    });
    await database.schema.createTable('CASE_MBR', (table) => {
      table.string('MBR_KEY', 18).primary();
      table.string('CASE_NBR', 9).notNullable().index();
      table.string('CLNT_ID', 9).notNullable();
      table.string('CLNT_PGM', 10).notNullable();
      table.string('REL_CD', 2).notNullable();
      table.string('PRTC_CD', 1).notNullable();
      table.string('FAM_AFL_CD', 1);
      table.string('WRK_PRTC_CD', 2);
      table.string('BEG_DT', 8).notNullable();
      table.string('END_DT', 8).notNullable();
      table.index(['CLNT_PGM', 'BEG_DT', 'MBR_KEY']);
    });
  },
  down: async (database) => {
    for (const table of ['CASE_MBR', 'CASE_MSTR', 'CLNT_MSTR', 'WRKR_MSTR', 'OFC_MSTR']) {
      await database.schema.dropTable(table);
    }
  },
};

import type { Knex, Migration } from '@resident-graph/subgraph-kit';

import { incomeAmountColumn, incomeSource, insurance, nonCashBenefit } from '../codes/index.ts';
import { metadataColumns } from './metadata-columns.ts';

/** Income, non-cash benefits and health insurance, HMIS 4.02 to 4.04. Amounts are US dollars a month. */
export const createIncomeBenefits: Migration = {
  name: '005-create-income-benefits',
  up: async (database) => {
    await database.schema.createTable('IncomeBenefits', (table) => {
      table.string('IncomeBenefitsID', 32).primary();
      table.string('EnrollmentID', 32).notNullable();
      table.string('PersonalID', 32).notNullable();
      table.date('InformationDate').notNullable();
      answerColumns(table);
      table.smallint('DataCollectionStage').notNullable();
      metadataColumns(table);
      table.index(['EnrollmentID', 'InformationDate']);
    });
  },
  down: async (database) => {
    await database.schema.dropTable('IncomeBenefits');
  },
};

function answerColumns(table: Knex.CreateTableBuilder): void {
  table.smallint('IncomeFromAnySource');
  table.decimal('TotalMonthlyIncome', 12, 2);
  for (const source of Object.values(incomeSource)) {
    table.smallint(source);
    table.decimal(incomeAmountColumn(source), 12, 2);
  }
  table.smallint('BenefitsFromAnySource');
  for (const benefit of Object.values(nonCashBenefit)) table.smallint(benefit);
  table.smallint('InsuranceFromAnySource');
  for (const column of Object.values(insurance)) table.smallint(column);
}

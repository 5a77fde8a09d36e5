import { columns } from '@resident-graph/subgraph-kit';

import { incomeAmountColumn, incomeSource, insurance, nonCashBenefit } from '../codes/index.ts';
import type { HousingContext } from '../context.ts';
import type { EnrollmentRow, IncomeBenefitsRow } from '../rows/index.ts';
import { stageFields } from './metadata-fields.ts';
import { nothingIfEmpty } from './nothing-if-empty.ts';

/** HMIS 4.02 to 4.04 of one enrollment. */
export const incomeFields = {
  incomeAndBenefits: async (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) =>
    nothingIfEmpty(await loaders.incomeBenefits.load(enrollment.EnrollmentID)),
};

/** One wide row of `IncomeBenefits.csv` told as three lists: what was asked, and what the answer was. */
export const incomeResolvers = {
  HousingIncomeAndBenefits: {
    ...stageFields,
    ...columns({
      incomeFromAnySource: 'IncomeFromAnySource',
      totalMonthlyIncome: 'TotalMonthlyIncome',
      benefitsFromAnySource: 'BenefitsFromAnySource',
      insuranceFromAnySource: 'InsuranceFromAnySource',
    }),
    incomeSources: (row: IncomeBenefitsRow) =>
      asked(row, incomeSource).map((source) => ({
        source,
        response: row[source],
        monthlyAmount: row[incomeAmountColumn(source)],
      })),
    nonCashBenefits: (row: IncomeBenefitsRow) =>
      asked(row, nonCashBenefit).map((benefit) => ({ benefit, response: row[benefit] })),
    insurances: (row: IncomeBenefitsRow) =>
      asked(row, insurance).map((column) => ({ insurance: column, response: row[column] })),
  },
};

/** The columns that have an answer; 99 (data not collected) is one. */
function asked(row: IncomeBenefitsRow, answers: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(answers).filter((column) => (row[column] ?? null) !== null);
}

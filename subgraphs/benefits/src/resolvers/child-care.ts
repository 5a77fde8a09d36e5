import { columns } from '@resident-graph/subgraph-kit';

import type { AuthorizationRow, CaseRow } from '../rows.ts';
import { caseEdge, commonCase } from './case.ts';
import type { Context } from './context.ts';
import { caseParticipation } from './participation.ts';

/** Child Care and Development Fund. */
export const childCare = {
  ChildCareParticipation: caseParticipation('K'),
  ChildCareCaseEdge: caseEdge,
  ChildCareCase: {
    ...commonCase,
    authorizations: ({ CASE_NBR }: CaseRow, _: unknown, { loaders }: Context) =>
      loaders.authorizations.load(CASE_NBR),
  },
  ChildCareAuthorization: {
    ...columns({
      provider: 'PRVDR_NM',
      setting: 'STNG_CD',
      hoursPerMonth: 'MO_HRS',
      monthlySubsidy: 'MO_SBSDY_AMT',
      monthlyCopayment: 'MO_COPAY_AMT',
      reason: 'CARE_RSN_CD',
      from: 'AUTH_BEG_DT',
      until: 'AUTH_END_DT',
    }),
    child: async ({ CHLD_CLNT_ID }: AuthorizationRow, _: unknown, { loaders }: Context) => {
      const link = await loaders.children.load(CHLD_CLNT_ID);
      return link === null ? null : { id: link.resident_id };
    },
  },
};

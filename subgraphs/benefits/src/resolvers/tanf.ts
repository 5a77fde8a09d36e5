import { columns } from '@resident-graph/subgraph-kit';

import { caseEdge, payingCase, unitMember } from './case.ts';
import { caseParticipation } from './participation.ts';

/** Temporary Assistance for Needy Families. */
export const tanf = {
  TanfParticipation: caseParticipation('T'),
  TanfCaseEdge: caseEdge,
  TanfCase: { ...payingCase, ...columns({ monthsTowardsLimit: 'TM_LMT_MOS' }) },
  TanfFamilyMember: {
    ...unitMember,
    ...columns({ familyAffiliation: 'FAM_AFL_CD', workParticipation: 'WRK_PRTC_CD' }),
  },
};

import { columns } from '@resident-graph/subgraph-kit';

import { caseEdge, payingCase, unitMember } from './case.ts';
import { caseParticipation } from './participation.ts';

/** Supplemental Nutrition Assistance Program. */
export const snap = {
  SnapParticipation: caseParticipation('S'),
  SnapCaseEdge: caseEdge,
  SnapCase: payingCase,
  BenefitsUnitMember: { ...unitMember, ...columns({ participation: 'PRTC_CD' }) },
};

import { columns } from '@resident-graph/subgraph-kit';
import type { LinkedResident } from '@resident-graph/subgraph-kit';

import { caseworker } from './case.ts';
import type { Context, Page } from './context.ts';
import { openEndedDate } from './mainframe.ts';
import { participation } from './participation.ts';

/** Medicaid and CHIP. */
export const medicaid = {
  MedicaidParticipation: {
    ...participation('M'),
    enrollments: ({ localIds }: LinkedResident, page: Page, { loaders }: Context) =>
      loaders.enrollmentPages.load({ keys: localIds, ...page }),
  },
  MedicaidEnrollment: {
    ...columns({
      msisIdentificationNumber: 'MSIS_IDENTIFICATION_NUM',
      eligibilityGroup: 'ELIGIBILITY_GROUP',
      dualEligible: 'DUAL_ELIGIBLE_CODE',
      restrictedBenefits: 'RESTRICTED_BENEFITS_CODE',
      effectiveOn: 'ENROLLMENT_EFF_DATE',
      renewalDueOn: 'RENEWAL_DUE_DATE',
      terminationReason: 'TRMN_RSN_CD',
    }),
    endsOn: openEndedDate('ENROLLMENT_END_DATE'),
    caseworker,
  },
};

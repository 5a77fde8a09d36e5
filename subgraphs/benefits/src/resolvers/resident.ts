import { columns, residentReference } from '@resident-graph/subgraph-kit';
import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { BenefitsLoaders } from '../loaders.ts';
import type { ApplicationRow, IncomeRow, WorkerRow } from '../rows.ts';
import type { Context, Page } from './context.ts';
import { dollars, mainframeDate, mainframeMonth } from './mainframe.ts';

const earnedIncome = new Set(['WG', 'SE']);

/** The resident and what is common to all programmes. */
export const resident: Resolvers<BenefitsLoaders> = {
  Resident: { ...residentReference, benefits: itself },
  ResidentBenefits: {
    clientRecords: async ({ localIds }: LinkedResident, _: unknown, { loaders }: Context) =>
      (await Promise.all(localIds.map((id) => loaders.clients.load(id)))).filter((client) => client !== null),
    snap: itself,
    tanf: itself,
    medicaid: itself,
    childCare: itself,
    incomes: ({ localIds }: LinkedResident, page: Page, { loaders }: Context) =>
      loaders.incomePages.load({ keys: localIds, ...page }),
  },
  BenefitsClientRecord: {
    ...columns({
      clientNumber: 'CLNT_ID',
      givenName: 'FRST_NM',
      middleInitial: 'MID_INIT',
      surname: 'LAST_NM',
      suffix: 'SFX_NM',
      birthDateVerification: 'BRTH_VRF_CD',
    }),
    birthDate: mainframeDate('BRTH_DT'),
    registeredOn: mainframeDate('RGST_DT'),
  },
  BenefitsEligibility: {
    ...columns({ program: 'PGM_CD', status: 'EB01_CD' }),
    from: mainframeDate('BEG_DT'),
    until: mainframeDate('END_DT'),
  },
  BenefitsApplication: {
    ...columns({ applicationNumber: 'APPL_NBR', disposition: 'DSPN_CD', denialReason: 'DNL_RSN_CD' }),
    filedOn: mainframeDate('APPL_DT'),
    disposedOn: mainframeDate('DSPN_DT'),
    isExpedited: ({ XPD_IND }: ApplicationRow) => XPD_IND === 'Y',
  },
  BenefitsIssuance: {
    ...columns({ issuanceNumber: 'ISSU_NBR', kind: 'ISSU_CD' }),
    benefitMonth: mainframeMonth('BNFT_MO'),
    issuedOn: mainframeDate('ISSU_DT'),
    amount: dollars('AMT_CENTS'),
  },
  BenefitsIncome: {
    ...columns({ kind: 'INCM_CD', payer: 'PAYR_NM', verification: 'VRF_CD' }),
    isEarned: ({ INCM_CD }: IncomeRow) => earnedIncome.has(INCM_CD),
    monthlyAmount: dollars('MO_AMT_CENTS'),
    from: mainframeDate('BEG_DT'),
    until: mainframeDate('END_DT'),
  },
  BenefitsCertificationPeriod: {
    ...columns({ recertification: 'RCRT_STAT_CD' }),
    from: mainframeDate('BEG_DT'),
    until: mainframeDate('END_DT'),
  },
  BenefitsCaseworker: {
    ...columns({ workerId: 'WRKR_ID', workPhone: 'WRK_PHN' }),
    office: async ({ OFC_CD }: WorkerRow, _: unknown, { loaders }: Context) =>
      (await loaders.offices.load(OFC_CD))?.OFC_NM,
  },
};

function itself(linked: LinkedResident): LinkedResident {
  return linked;
}

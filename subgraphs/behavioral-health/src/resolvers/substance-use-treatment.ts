import { columns } from '@resident-graph/subgraph-kit';
import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';
import type { AdmissionRow, DischargeRow, TransferRow } from '../rows.ts';
import type { Context, PageArguments } from './context.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The half under 42 CFR Part 2: admissions, transfers and discharges. */
export const substanceUseTreatment: Resolvers<BehavioralHealthLoaders> = {
  SubstanceUseTreatment: {
    admissions: ({ localIds }: LinkedResident, page: PageArguments, { loaders }: Context) =>
      loaders.ordinaryAdmissions.load({ keys: localIds, ...page }),
  },
  TreatmentAdmission: {
    ...columns({
      id: 'ADMISSION_KEY',
      admissionDate: 'ADMIT_DT',
      clientIdentifier: 'CLIENT_ID',
      serviceSetting: 'SERVICE_SETTING',
      referralSource: 'REFERRAL_SRC',
      criminalJusticeReferral: 'DETAILED_CJ_REF',
      priorTreatmentEpisodes: 'PRIOR_EPISODES',
      medicationForOpioidUseDisorder: 'MAT_OPIOID',
      arrestsInPriorThirtyDays: 'ARRESTS_30',
      daysWaited: 'DAYS_WAITING',
      paymentSource: 'PAYMENT_SRC',
      fundingSource: 'FUNDING_SRC',
    }),
    isCodependent: yesOrNo('CODEPENDENT'),
    isMinorConsented: yesOrNo('MINOR_CONSENT'),
    provider: (row: AdmissionRow, _none: unknown, { loaders }: Context) =>
      loaders.provider.load(row.PROVIDER_ID),
    substances: (row: AdmissionRow, _none: unknown, { loaders }: Context) =>
      loaders.substances.load(row.ADMISSION_KEY),
    medications: (row: AdmissionRow, _none: unknown, { loaders }: Context) =>
      loaders.medications.load(row.ADMISSION_KEY),
    transfers: (row: AdmissionRow, _none: unknown, { loaders }: Context) =>
      loaders.transfers.load(row.ADMISSION_KEY),
    discharge: (row: AdmissionRow, _none: unknown, { loaders }: Context) =>
      loaders.discharge.load(row.ADMISSION_KEY),
    async counselingNotes(row: AdmissionRow, _none: unknown, { loaders }: Context) {
      const notes = await loaders.counselingNotes.load(row.ADMISSION_KEY);
      return notes.length === 0 ? null : notes;
    },
  },
  TreatmentTransfer: {
    ...columns({ id: 'ADMISSION_KEY', transferDate: 'ADMIT_DT', serviceSetting: 'SERVICE_SETTING' }),
    provider: (row: TransferRow, _none: unknown, { loaders }: Context) =>
      loaders.provider.load(row.PROVIDER_ID),
  },
  TreatmentDischarge: {
    ...columns({
      id: 'DISCHARGE_KEY',
      lastContactDate: 'LAST_CONTACT_DT',
      dischargeDate: 'DISCHARGE_DT',
      reason: 'REASON',
      serviceSetting: 'SERVICE_SETTING',
    }),
    substances: (row: DischargeRow, _none: unknown, { loaders }: Context) =>
      loaders.substances.load(row.DISCHARGE_KEY),
  },
};

import { columns } from '@resident-graph/subgraph-kit';
import type { LinkedResident, Resolvers } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';
import type { EpisodeRow } from '../rows.ts';
import type { Context, PageArguments } from './context.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The half under 45 CFR 164: mental health care. */
export const mentalHealth: Resolvers<BehavioralHealthLoaders> = {
  MentalHealthCare: {
    episodes: ({ localIds }: LinkedResident, page: PageArguments, { loaders }: Context) =>
      loaders.ordinaryEpisodes.load({ keys: localIds, ...page }),
  },
  MentalHealthEpisode: {
    ...columns({
      id: 'EPISODE_KEY',
      admissionDate: 'ADMIT_DT',
      dischargeDate: 'DISCHARGE_DT',
      setting: 'SERVICE_SETTING',
      diagnosisCategory: 'DIAGNOSIS_CATEGORY',
      legalStatus: 'LEGAL_STATUS',
      severity: 'SMI_SED',
      referralSource: 'REFERRAL_SRC',
      paymentSource: 'PAYMENT_SRC',
      fundingSource: 'FUNDING_SRC',
    }),
    isCrisisService: yesOrNo('CRISIS'),
    isMinorConsented: yesOrNo('MINOR_CONSENT'),
    provider: (row: EpisodeRow, _none: unknown, { loaders }: Context) =>
      loaders.provider.load(row.PROVIDER_ID),
    medications: (row: EpisodeRow, _none: unknown, { loaders }: Context) =>
      loaders.mentalHealthMedications.load(row.EPISODE_KEY),
    async psychotherapyNotes(row: EpisodeRow, _none: unknown, { loaders }: Context) {
      const notes = await loaders.psychotherapyNotes.load(row.EPISODE_KEY);
      return notes.length === 0 ? null : notes;
    },
  },
  MentalHealthMedication: columns({
    id: 'MEDICATION_KEY',
    name: 'MEDICATION_NAME',
    startDate: 'START_DT',
    endDate: 'END_DT',
  }),
  MentalHealthPsychotherapyNote: columns({ id: 'NOTE_KEY', sessionDate: 'SESSION_DT', text: 'NOTE_TEXT' }),
  MentalHealthProvider: columns({
    id: 'PROVIDER_ID',
    name: 'PROVIDER_NAME',
    city: 'CITY',
    state: 'STATE_CD',
    taxonomyCode: 'TAXONOMY_CD',
  }),
};

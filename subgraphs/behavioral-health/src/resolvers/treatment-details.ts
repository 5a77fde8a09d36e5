import { columns } from '@resident-graph/subgraph-kit';
import type { Resolvers } from '@resident-graph/subgraph-kit';

import type { BehavioralHealthLoaders } from '../loaders.ts';
import type { SubstanceRow } from '../rows.ts';
import { yesOrNo } from './yes-or-no.ts';

/** TEDS keeps what is not an age in the same two digits: from 96 on a number is a code. */
const answerOf: Readonly<Record<number, string>> = {
  96: 'NOT_APPLICABLE',
  97: 'UNKNOWN',
  98: 'NOT_COLLECTED',
};

/** What belongs to an admission or a discharge and has no list of its own. */
export const treatmentDetails: Resolvers<BehavioralHealthLoaders> = {
  TreatmentSubstance: {
    ...columns({
      id: 'SUBSTANCE_KEY',
      rank: 'PROBLEM_RANK',
      substance: 'SUBSTANCE',
      route: 'ROUTE',
      frequency: 'FREQUENCY',
    }),
    ageAtFirstUse: ({ AGE_FIRST_USE: age }: SubstanceRow) => (age === null || age >= 96 ? null : age),
    ageAtFirstUseAnswer: ({ AGE_FIRST_USE: age }: SubstanceRow) =>
      age === null ? 'NOT_COLLECTED' : (answerOf[age] ?? 'ANSWERED'),
  },
  TreatmentMedication: columns({
    id: 'MEDICATION_KEY',
    medication: 'MEDICATION_CD',
    startDate: 'START_DT',
    endDate: 'END_DT',
  }),
  TreatmentCounselingNote: columns({ id: 'NOTE_KEY', sessionDate: 'SESSION_DT', text: 'NOTE_TEXT' }),
  TreatmentProvider: {
    ...columns({
      id: 'PROVIDER_ID',
      name: 'PROVIDER_NAME',
      city: 'CITY',
      state: 'STATE_CD',
      taxonomyCode: 'TAXONOMY_CD',
    }),
    isPartTwoProgram: yesOrNo('PART2_PROGRAM'),
  },
};

import { columns } from '@resident-graph/subgraph-kit';

import { disabilityType } from '../codes/index.ts';
import type { HousingContext } from '../context.ts';
import type { DisabilityRow, EnrollmentRow } from '../rows/index.ts';
import { stageFields } from './metadata-fields.ts';
import { nothingIfEmpty } from './nothing-if-empty.ts';

/** The rows of `Disabilities.csv` of one type, and of no other: each type is a category of its own. */
function disabilitiesOf(type: number) {
  return async (enrollment: EnrollmentRow, _: unknown, { loaders }: HousingContext) => {
    const rows: readonly DisabilityRow[] = await loaders.disabilities.load(enrollment.EnrollmentID);
    return nothingIfEmpty(rows.filter((row) => row.DisabilityType === type));
  };
}

/** HMIS 4.05 to 4.10 of one enrollment. */
export const disabilityFields = {
  physicalDisability: disabilitiesOf(disabilityType.physical),
  developmentalDisability: disabilitiesOf(disabilityType.developmental),
  chronicHealthCondition: disabilitiesOf(disabilityType.chronic),
  hivAids: disabilitiesOf(disabilityType.hivAids),
  mentalHealthDisorder: disabilitiesOf(disabilityType.mentalHealth),
  substanceUseDisorder: disabilitiesOf(disabilityType.substanceUse),
};

const answered = {
  ...stageFields,
  ...columns({ response: 'DisabilityResponse', isIndefiniteAndImpairs: 'IndefiniteAndImpairs' }),
};

/** The types of 4.05 to 4.10. */
export const disabilityResolvers = {
  HousingDisability: answered,
  HousingMentalHealthDisorder: answered,
  HousingSubstanceUseDisorder: answered,
  HousingHivAids: {
    ...stageFields,
    ...columns({
      response: 'DisabilityResponse',
      isTCellCountAvailable: 'TCellCountAvailable',
      tCellCount: 'TCellCount',
      viralLoadAvailable: 'ViralLoadAvailable',
      viralLoad: 'ViralLoad',
      isPrescribedAntiRetroviral: 'AntiRetroviral',
    }),
  },
};

import {
  isCollectorsOwnUse,
  isMedicalDisaster,
  isMedicalEmergency,
  isWithinProgramme,
  ownRecord,
  partTwoRecords,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { anyOf } from '../truth.ts';

/** Whatever is disclosed on consent carries the notice. This law forbids nothing by itself. */
export const title42Cfr2Section32 = statuteOf({
  id: '42-cfr-2-32',
  citation: '42 CFR 2.32',
  title: 'Notice and copy of consent to accompany disclosure',
  covers: [...partTwoRecords, 'sud-counseling-notes'],
  grounds: [
    { citation: '42 CFR 2.12(c)(3)', when: anyOf(isWithinProgramme, isCollectorsOwnUse) },
    { citation: '42 CFR 2.23(a)', when: ownRecord },
    { citation: '42 CFR 2.51', when: anyOf(isMedicalEmergency, isMedicalDisaster) },
    { citation: '42 CFR 2.32(a)', when: () => true, obligations: ['notice-42-cfr-2-32'] },
  ],
  otherwise: () => ({ citation: '42 CFR 2.32(a)', reason: 'STATUTE', remedy: 'NONE' }),
});

import {
  consentMissing,
  isCollectorsOwnUse,
  isMedicalEmergency,
  isUnderPartTwo,
  isWithinProgramme,
  partTwoRecords,
  specificConsent,
  treatmentPaymentOperationsConsent,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/**
 * For treatment, payment and health care operations one consent is enough until it is revoked. Within the programme
 * those who treat need none, and medical personnel in an emergency come under 2.51.
 */
export const title42Cfr2Section33 = statuteOf({
  id: '42-cfr-2-33',
  citation: '42 CFR 2.33',
  title: 'Uses and disclosures permitted with written consent',
  covers: [...partTwoRecords],
  speaksOf: isUnderPartTwo('2.33'),
  grounds: [
    { citation: '42 CFR 2.12(c)(3)', when: isWithinProgramme },
    { citation: '42 CFR 2.12(d)(2)', when: isCollectorsOwnUse },
    treatmentPaymentOperationsConsent,
    specificConsent,
    { citation: '42 CFR 2.51(a)(1)', when: isMedicalEmergency, obligations: ['notify-provider'] },
  ],
  otherwise: consentMissing('42 CFR 2.33(a)'),
});

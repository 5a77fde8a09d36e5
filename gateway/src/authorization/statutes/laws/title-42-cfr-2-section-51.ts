import {
  isMedicalDisaster,
  isMedicalEmergency,
  isMedicalPersonnel,
  isUnderPartTwo,
  isWithinProgramme,
  partTwoRecords,
  specificConsent,
  treatmentPaymentOperationsConsent,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/**
 * Without consent only medical personnel, only in a bona fide emergency: an open break-glass session tells who, when
 * and what kind of emergency, as 2.51(c) wants it recorded. In a declared disaster as long as it is declared.
 */
export const title42Cfr2Section51 = statuteOf({
  id: '42-cfr-2-51',
  citation: '42 CFR 2.51',
  title: 'Medical emergencies',
  covers: [...partTwoRecords],
  speaksOf: isUnderPartTwo('2.51'),
  grounds: [
    { citation: '42 CFR 2.12(c)(3)', when: isWithinProgramme },
    treatmentPaymentOperationsConsent,
    specificConsent,
    { citation: '42 CFR 2.51(a)(1)', when: isMedicalEmergency, obligations: ['notify-provider'] },
    { citation: '42 CFR 2.51(a)(2)', when: isMedicalDisaster, obligations: ['notify-provider'] },
  ],
  otherwise: (request) =>
    isMedicalPersonnel(request)
      ? { citation: '42 CFR 2.51(a)', reason: 'STATUTE', remedy: 'BREAK_GLASS' }
      : { citation: '42 CFR 2.51(a)', reason: 'ROLE', remedy: 'REQUEST_CONSENT' },
});

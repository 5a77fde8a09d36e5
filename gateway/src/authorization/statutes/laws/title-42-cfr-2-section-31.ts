import {
  consentMissing,
  isCollectorsOwnUse,
  isUnderPartTwo,
  partTwoRecords,
  specificConsent,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/**
 * For every purpose that no other section opens, a written consent that names the information, the recipient and
 * the purpose. A consent for treatment, payment and operations, or a general release, isn't one.
 */
export const title42Cfr2Section31 = statuteOf({
  id: '42-cfr-2-31',
  citation: '42 CFR 2.31(a)',
  title: 'Consent requirements',
  covers: [...partTwoRecords],
  speaksOf: isUnderPartTwo('2.31'),
  grounds: [{ citation: '42 CFR 2.12(d)(2)', when: isCollectorsOwnUse }, specificConsent],
  otherwise: consentMissing('42 CFR 2.31(a)'),
});

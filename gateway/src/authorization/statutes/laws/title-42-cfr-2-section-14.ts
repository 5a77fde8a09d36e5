import { categoryIs, hasConsent, isUnderPartTwo } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * What a minor may seek alone, only the minor may open to others: parents and guardians need the patient's own
 * consent that names them. Treatment to which a minor consented alone is never shown to them here.
 */
export const title42Cfr2Section14 = statuteOf({
  id: '42-cfr-2-14',
  citation: '42 CFR 2.14',
  title: 'Minor patients',
  covers: ['sud-treatment', 'sud-minor-consented', 'housing-substance-use'],
  speaksOf: isUnderPartTwo('2.14'),
  grounds: [
    {
      citation: '42 CFR 2.14(b)',
      when: allOf((request) => !categoryIs('sud-minor-consented')(request), hasConsent('specific')),
      obligations: ['notice-42-cfr-2-32', 'no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '42 CFR 2.14(b)', reason: 'CONSENT', remedy: 'REQUEST_CONSENT' }),
});

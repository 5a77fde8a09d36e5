import { hasConsentInForm, isLawEnforcement, isUnderPartTwo, partTwoRecords } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Records of treatment may not be used against the patient: only a court order under subpart E opens them to law
 * enforcement; a subpoena doesn't (2.61). The patient's own counsel needs a consent for legal proceedings and
 * nothing else (2.31(d)).
 */
export const title42Cfr2Section12D = statuteOf({
  id: '42-cfr-2-12-d',
  citation: '42 CFR 2.12(d), 2.61-2.67',
  title: 'Restriction of use in proceedings against the patient',
  covers: [...partTwoRecords, 'sud-counseling-notes'],
  speaksOf: isUnderPartTwo('2.12(d)'),
  grounds: [
    {
      citation: '42 CFR 2.31(d)',
      when: allOf(
        (request) => !isLawEnforcement(request),
        hasConsentInForm(['specific', 'notes'], ({ purposesOfUse }) =>
          purposesOfUse.every((purpose) => purpose === 'HLEGAL'),
        ),
      ),
      obligations: ['notice-42-cfr-2-32', 'no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '42 CFR 2.12(d), 2.61-2.67', reason: 'STATUTE', remedy: 'COURT_ORDER' }),
});

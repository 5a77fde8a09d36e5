import { accessRefused, asGuardian, assuredTo, isPersonalRequest, ownRecord } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Individuals see their own health information, and personal representatives that of whom they stand for, once it is
 * sure enough who asks (164.514(h)). Notes kept apart are not among it.
 */
export const title45Cfr164Section524 = statuteOf({
  id: '45-cfr-164-524',
  citation: '45 CFR 164.524',
  title: 'Access of individuals to protected health information',
  covers: [
    'medicaid',
    'medicaid-eligibility-detail',
    'mental-health-treatment',
    'mental-health-minor-consented',
    'sud-treatment',
    'sud-minor-consented',
  ],
  speaksOf: isPersonalRequest,
  grounds: [
    { citation: '45 CFR 164.524(a)(1)', when: allOf(assuredTo(2), ownRecord) },
    { citation: '45 CFR 164.502(g)(1)', when: allOf(assuredTo(2), asGuardian) },
  ],
  otherwise: accessRefused('45 CFR 164.524(a)(1)', '45 CFR 164.514(h)'),
});

import {
  hasBrokenGlass,
  hasConsent,
  isInDeclaredEmergency,
  isMedicalPersonnel,
  purposeIs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * "Disaster" and "threat" are no passwords: the one needs a declaration in force whose scope takes in what is asked
 * for, the other a danger that somebody answers for; medical personnel who ask who somebody is are presumed to act in
 * good faith. Notification of relatives is not told apart from relief.
 */
export const title45Cfr164Section510B4 = statuteOf({
  id: '45-cfr-164-510-b-4',
  citation: '45 CFR 164.510(b)(4), 164.512(j)',
  title: 'Disaster relief; averting a serious threat to health or safety',
  covers: [
    'mental-health-treatment',
    'mental-health-minor-consented',
    'medicaid',
    'medicaid-eligibility-detail',
    'resident-search',
    'resident-identity',
    'resident-demographics',
    'resident-contact',
    'resident-household',
    'resident-crosswalk',
    'resident-provenance',
  ],
  speaksOf: purposeIs('DISASTER', 'THREAT'),
  grounds: [
    { citation: '45 CFR 164.510(b)(4)', when: allOf(purposeIs('DISASTER'), isInDeclaredEmergency) },
    {
      citation: '45 CFR 164.512(j)(1)(i)',
      when: allOf(purposeIs('THREAT'), hasBrokenGlass('IMMINENT_DANGER')),
      obligations: ['notify-provider'],
    },
    {
      citation: '45 CFR 164.512(j)(4)',
      when: allOf(purposeIs('THREAT'), isMedicalPersonnel, ({ category }) => category.agency === 'residents'),
    },
    { citation: '45 CFR 164.508(a)(1)', when: hasConsent('specific') },
  ],
  otherwise: (request) =>
    purposeIs('DISASTER')(request)
      ? { citation: '45 CFR 164.510(b)(4)', reason: 'STATUTE', remedy: 'NONE' }
      : { citation: '45 CFR 164.512(j)(1)(i)', reason: 'STATUTE', remedy: 'BREAK_GLASS' },
});

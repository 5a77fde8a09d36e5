import {
  asGuardian,
  hasBrokenGlass,
  hasConsent,
  isInDeclaredEmergency,
  isOwnStewardship,
  isTreatment,
  isTreatmentProvider,
  ownAgency,
  ownRecord,
  purposeIs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Health information may be used for treatment, payment and health care operations; for everything else it takes
 * an authorization that names it (164.508), or an emergency.
 */
export const title45Cfr164Section506 = statuteOf({
  id: '45-cfr-164-506',
  citation: '45 CFR 164.506',
  title: 'Treatment, payment, or health care operations',
  covers: ['mental-health-treatment', 'mental-health-minor-consented'],
  grounds: [
    { citation: '45 CFR 164.506(c)(2)', when: allOf(isTreatmentProvider, isTreatment) },
    {
      citation: '45 CFR 164.506(c)(1)',
      when: allOf(isTreatmentProvider, ownAgency, purposeIs('HPAYMT', 'HOPERAT')),
    },
    { citation: '45 CFR 164.506(c)(1)', when: isOwnStewardship },
    { citation: '45 CFR 164.502(a)(1)(i)', when: ownRecord },
    { citation: '45 CFR 164.502(g)(1)', when: asGuardian },
    {
      citation: '45 CFR 164.508(a)(1)',
      when: hasConsent('specific', 'treatment-payment-operations'),
    },
    { citation: '45 CFR 164.510(b)(4)', when: allOf(purposeIs('DISASTER'), isInDeclaredEmergency) },
    {
      citation: '45 CFR 164.512(j)(1)(i)',
      when: allOf(purposeIs('THREAT'), hasBrokenGlass('IMMINENT_DANGER')),
      obligations: ['notify-provider'],
    },
  ],
  otherwise: () => ({ citation: '45 CFR 164.508(a)(1)', reason: 'CONSENT', remedy: 'REQUEST_CONSENT' }),
});

import {
  asGuardian,
  hasBrokenGlass,
  hasConsent,
  isInDeclaredEmergency,
  isTreatment,
  isTreatmentProvider,
  ownRecord,
  purposeIs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/** Which classes of persons need which data for their work (164.514(d)(2)). */
const needs: Readonly<Record<string, readonly string[]>> = {
  medicaid: [
    'medicaid-eligibility-worker',
    'snap-eligibility-worker',
    'tanf-caseworker',
    'privacy-officer',
    'data-steward',
    'sud-counselor',
    'mental-health-clinician',
    'emergency-physician',
  ],
  'medicaid-eligibility-detail': ['medicaid-eligibility-worker', 'privacy-officer'],
  'mental-health-treatment': ['mental-health-clinician', 'privacy-officer', 'data-steward'],
  'mental-health-minor-consented': ['mental-health-clinician', 'privacy-officer'],
};

/**
 * No more than the work needs: each role sees what its table says. Exempt are treatment, the individual, and what
 * the individual authorised (164.502(b)(2)).
 */
export const title45Cfr164Section514D = statuteOf({
  id: '45-cfr-164-514-d',
  citation: '45 CFR 164.502(b), 164.514(d)',
  title: 'Minimum necessary',
  covers: Object.keys(needs),
  grounds: [
    { citation: '45 CFR 164.502(b)(2)(i)', when: allOf(isTreatmentProvider, isTreatment) },
    {
      citation: '45 CFR 164.514(d)(2)',
      when: ({ requester, category }) =>
        requester.roles.some((role) => needs[category.name]?.includes(role) === true),
    },
    { citation: '45 CFR 164.514(d)(3)', when: isInDeclaredEmergency },
    { citation: '45 CFR 164.502(b)(2)(ii)', when: ownRecord },
    { citation: '45 CFR 164.502(g)(1)', when: asGuardian },
    {
      citation: '45 CFR 164.502(b)(2)(iii)',
      when: hasConsent('specific', 'treatment-payment-operations'),
    },
    {
      citation: '45 CFR 164.512(j)(1)(i)',
      when: allOf(purposeIs('THREAT'), hasBrokenGlass('IMMINENT_DANGER')),
    },
  ],
  otherwise: () => ({ citation: '45 CFR 164.514(d)(2)', reason: 'ROLE', remedy: 'REQUEST_CONSENT' }),
});

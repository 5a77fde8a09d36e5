import {
  agreementRestsOnStatute,
  hasConsent,
  isBenefitsWorker,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * A health plan that is a public benefit tells another benefit programme who is eligible or enrolled, if a statute
 * or regulation requires or expressly authorises the sharing; nothing beyond that.
 */
export const title45Cfr164Section512K6 = statuteOf({
  id: '45-cfr-164-512-k-6',
  citation: '45 CFR 164.512(k)(6)',
  title: 'Covered entities that are government programs providing public benefits',
  covers: ['medicaid', 'medicaid-eligibility-detail'],
  speaksOf: (request) => isBenefitsWorker(request) && !worksAs('medicaid-eligibility-worker')(request),
  grounds: [
    {
      citation: '45 CFR 164.512(k)(6)(i)',
      when: allOf(
        ({ category }) => category.name === 'medicaid',
        purposeIs('ELIGDTRM', 'ELIGVER', 'ENROLLM', 'COVERAGE'),
        agreementRestsOnStatute,
      ),
    },
    { citation: '45 CFR 164.508(a)(1)', when: hasConsent('specific') },
  ],
  otherwise: () => ({ citation: '45 CFR 164.512(k)(6)(i)', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});

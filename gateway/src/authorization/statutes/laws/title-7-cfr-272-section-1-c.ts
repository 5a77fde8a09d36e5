import {
  administersBenefits,
  asGuardian,
  hasConsent,
  isBenefitsWorker,
  isOwnStewardship,
  isOwnUseOfReportedIncome,
  ownRecord,
} from '../conditions/index.ts';
import { snapHouseholds } from '../categories-of-agencies.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * What SNAP households told serves the administration of SNAP and of other means-tested programmes that are
 * federally assisted. The household itself, and whom it sends, may see its file.
 */
export const title7Cfr272Section1C = statuteOf({
  id: '7-cfr-272-1-c',
  citation: '7 CFR 272.1(c)',
  title: 'Disclosure of SNAP households’ information',
  covers: [...snapHouseholds, 'housing-income'],
  grounds: [
    {
      citation: '7 CFR 272.1(c)(1)(i)',
      when: allOf(isBenefitsWorker, administersBenefits),
      obligations: ['no-redisclosure'],
    },
    { citation: '7 CFR 272.1(c)(1)(i)', when: isOwnStewardship },
    { citation: '7 CFR 272.1(c)', when: isOwnUseOfReportedIncome },
    { citation: '7 CFR 272.1(c)(2)', when: ownRecord },
    { citation: '7 CFR 272.1(c)(2)', when: asGuardian },
    { citation: '7 CFR 272.1(c)(2)', when: hasConsent('specific'), obligations: ['no-redisclosure'] },
  ],
  otherwise: () => ({ citation: '7 CFR 272.1(c)(1)', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});

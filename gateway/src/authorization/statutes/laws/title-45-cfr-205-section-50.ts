import {
  administersBenefits,
  asGuardian,
  hasConsent,
  isBenefitsWorker,
  isOwnStewardship,
  isOwnUseOfReportedIncome,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * What applicants and recipients of cash assistance told serves the plans that the regulation lists, child welfare
 * among them, and other programmes that help on the basis of need.
 */
export const title45Cfr205Section50 = statuteOf({
  id: '45-cfr-205-50',
  citation: '45 CFR 205.50',
  title: 'Safeguarding information for the financial assistance programs',
  covers: [
    'tanf',
    'tanf-work-participation',
    'benefits-participation',
    'benefits-client-record',
    'benefits-household',
    'benefits-income',
    'benefits-issuance',
    'benefits-closure-reason',
    'child-care-assistance',
    'housing-income',
  ],
  grounds: [
    { citation: '45 CFR 205.50(a)(1)(i)(A)', when: allOf(isBenefitsWorker, administersBenefits) },
    {
      citation: '45 CFR 205.50(a)(1)(i)(A)',
      when: allOf(worksAs('child-welfare-caseworker'), purposeIs('CHILD_PROTECTION')),
      obligations: ['no-redisclosure'],
    },
    { citation: '45 CFR 205.50(a)(1)(i)(E)', when: isOwnStewardship },
    { citation: '45 CFR 205.50(a)(1)(i)', when: isOwnUseOfReportedIncome },
    { citation: '45 CFR 205.50(a)(2)(iv)', when: ownRecord },
    { citation: '45 CFR 205.50(a)(2)(iv)', when: asGuardian },
    {
      citation: '45 CFR 205.50(a)(2)(iv)',
      when: hasConsent('specific'),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '45 CFR 205.50(a)(1)(i)', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});

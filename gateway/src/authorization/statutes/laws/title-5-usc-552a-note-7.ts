import {
  hasConsent,
  isBenefitsWorker,
  isFleeingFelonRequest,
  isIndexMaintenance,
  isOwnStewardship,
  ownRecord,
  purposeIs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * The number serves what a statute says it serves: general public assistance and the programmes that must match by
 * it (42 USC 405(c)(2)(C), 1320b-7), and the index that links by it. Everybody else asks the resident, who may refuse.
 */
export const title5Usc552aNote7 = statuteOf({
  id: '5-usc-552a-note-7',
  citation: '5 USC 552a note (Privacy Act of 1974, section 7)',
  title: 'Disclosure of Social Security numbers',
  covers: ['resident-social-security-number'],
  grounds: [
    {
      citation: '42 USC 405(c)(2)(C)(i)',
      when: allOf(isBenefitsWorker, purposeIs('ELIGDTRM', 'ELIGVER', 'ENROLLM', 'COVERAGE')),
      obligations: ['no-redisclosure'],
    },
    { citation: '42 USC 405(c)(2)(C)(i)', when: isIndexMaintenance },
    { citation: '42 USC 405(c)(2)(C)(i)', when: isOwnStewardship },
    { citation: '7 CFR 272.1(c)(1)(vii)', when: isFleeingFelonRequest, obligations: ['no-redisclosure'] },
    { citation: '5 USC 552a(d)(1)', when: ownRecord },
    {
      citation: '5 USC 552a note (Privacy Act of 1974, section 7(b))',
      when: hasConsent('specific'),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({
    citation: '5 USC 552a note (Privacy Act of 1974, section 7)',
    reason: 'STATUTE',
    remedy: 'REQUEST_CONSENT',
  }),
});

import {
  agreementCites,
  isFleeingFelonRequest,
  isLawEnforcement,
  isPersonalRequest,
} from '../conditions/index.ts';
import { snapHouseholds } from '../categories-of-agencies.ts';
import { statuteOf } from '../law.ts';

/**
 * An officer who names a fleeing felon, or who has to do with one, receives the address, the Social Security number
 * and a photograph, and nothing else of what SNAP knows. The graph holds no photograph, and address and number are
 * the resident index's. The agreement cites the exception: it stands for the officer's request in writing.
 */
export const title7Cfr272Section1C1Vii = statuteOf({
  id: '7-cfr-272-1-c-1-vii',
  citation: '7 CFR 272.1(c)(1)(vii)',
  title: 'Law enforcement officers seeking fleeing felons',
  covers: [...snapHouseholds, 'resident-contact', 'resident-social-security-number'],
  speaksOf: (request) =>
    isLawEnforcement(request) &&
    !isPersonalRequest(request) &&
    (request.category.agency === 'benefits' || agreementCites('272.1(c)(1)(vii)')(request)),
  grounds: [{ citation: '7 CFR 272.1(c)(1)(vii)', when: isFleeingFelonRequest }],
  otherwise: () => ({ citation: '7 CFR 272.1(c)(1)(vii)', reason: 'STATUTE', remedy: 'NONE' }),
});

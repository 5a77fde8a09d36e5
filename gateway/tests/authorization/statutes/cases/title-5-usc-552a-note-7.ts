import { consent, denies, fleeingFelons, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 5 USC 552a note (Privacy Act of 1974, section 7): Disclosure of Social Security numbers. */
export const title5Usc552aNote7Cases: CasesOfLaw = {
  law: '5-usc-552a-note-7',
  cases: [
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'resident-social-security-number',
      expected: permits('42 USC 405(c)(2)(C)(i)', 'no-redisclosure'),
      why: 'general public assistance',
    },
    {
      who: 'registrar',
      purpose: 'HOPERAT',
      what: 'resident-social-security-number',
      expected: permits('42 USC 405(c)(2)(C)(i)'),
      why: 'the index that links by it',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'resident-social-security-number',
      expected: denies('5 USC 552a note (Privacy Act of 1974, section 7)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'no statute says that homes need it',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'resident-social-security-number',
      facts: [consent('specific')],
      expected: permits('5 USC 552a note (Privacy Act of 1974, section 7(b))', 'no-redisclosure'),
      why: 'the resident may give it, and may refuse',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'resident-social-security-number',
      facts: [relationship('treating')],
      expected: denies('5 USC 552a note (Privacy Act of 1974, section 7)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'nobody is treated by number',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'resident-social-security-number',
      facts: [relationship('supervision')],
      expected: denies('5 USC 552a note (Privacy Act of 1974, section 7)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'or supervised',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'resident-social-security-number',
      agreement: fleeingFelons,
      expected: permits('7 CFR 272.1(c)(1)(vii)', 'no-redisclosure'),
      why: 'the number of a fleeing felon',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'resident-social-security-number',
      expected: permits('5 USC 552a(d)(1)'),
      why: 'one’s own',
    },
  ],
};

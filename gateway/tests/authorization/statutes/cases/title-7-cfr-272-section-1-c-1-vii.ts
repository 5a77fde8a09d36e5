import { denies, fleeingFelons, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 7 CFR 272.1(c)(1)(vii): Law enforcement officers seeking fleeing felons. */
export const title7Cfr272Section1C1ViiCases: CasesOfLaw = {
  law: '7-cfr-272-1-c-1-vii',
  cases: [
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'resident-contact',
      agreement: fleeingFelons,
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'the address of a fleeing felon',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'resident-social-security-number',
      agreement: fleeingFelons,
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'and the number',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'resident-contact',
      agreement: fleeingFelons,
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'also of who violates probation',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'benefits-income',
      agreement: fleeingFelons,
      expected: denies('7 CFR 272.1(c)(1)(vii)', 'STATUTE', 'NONE'),
      why: 'a request for income',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'snap',
      agreement: fleeingFelons,
      expected: denies('7 CFR 272.1(c)(1)(vii)', 'STATUTE', 'NONE'),
      why: 'or for anything else that SNAP knows',
    },
    {
      who: 'policeOfficer',
      purpose: 'PUBHLTH',
      what: 'resident-contact',
      agreement: fleeingFelons,
      expected: denies('7 CFR 272.1(c)(1)(vii)', 'STATUTE', 'NONE'),
      why: 'or for another purpose',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'benefits-participation',
      facts: [relationship('supervision')],
      expected: denies('7 CFR 272.1(c)(1)(vii)', 'STATUTE', 'NONE'),
      why: 'supervision opens no benefits',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'snap',
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'the exception is about officers',
    },
    {
      who: 'policeClerk',
      purpose: 'HLEGAL',
      what: 'snap',
      agreement: fleeingFelons,
      expected: denies('7 CFR 272.1(c)(1)(vii)', 'STATUTE', 'NONE'),
      why: 'not through the clerk either',
    },
    {
      who: 'policeOfficerAsResident',
      purpose: 'PATRQT',
      what: 'snap',
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'a police officer who asks for the own file seeks no felon',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'resident-contact',
      expected: permits('7 CFR 272.1(c)(1)(vii)'),
      why: 'an address that doesn’t come under the exception',
    },
  ],
};

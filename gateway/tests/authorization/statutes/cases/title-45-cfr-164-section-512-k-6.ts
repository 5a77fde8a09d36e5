import { consent, denies, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.512(k)(6): Covered entities that are government programs providing public benefits. */
export const title45Cfr164Section512K6Cases: CasesOfLaw = {
  law: '45-cfr-164-512-k-6',
  cases: [
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid',
      expected: permits('45 CFR 164.512(k)(6)(i)'),
      why: 'a SNAP worker reads whether somebody is enrolled',
    },
    {
      who: 'tanfCaseworker',
      purpose: 'ELIGVER',
      what: 'medicaid',
      expected: permits('45 CFR 164.512(k)(6)(i)'),
      why: 'so does a TANF caseworker',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid',
      agreement: { legalAuthority: ['Letter of the two commissioners'] },
      expected: denies('45 CFR 164.512(k)(6)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'if a statute or regulation authorises the sharing',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      expected: denies('45 CFR 164.512(k)(6)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'not on which ground somebody is: that tells of pregnancy and disability',
    },
    {
      who: 'snapWorker',
      purpose: 'CAREMGT',
      what: 'medicaid',
      expected: denies('45 CFR 164.512(k)(6)(i)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'nor for anything but eligibility and enrollment',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      facts: [consent('specific')],
      expected: permits('45 CFR 164.508(a)(1)'),
      why: 'unless the individual authorises it',
    },
    {
      who: 'medicaidWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      expected: permits('45 CFR 164.512(k)(6)'),
      why: 'the plan’s own staff share with nobody',
    },
  ],
};

import { awaitsResident, conceals, consent, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 18 USC 2265(d)(3), 34 USC 12291(b)(2): Limits on publication of protection orders; domestic violence cases. */
export const title18Usc2265D3Cases: CasesOfLaw = {
  law: '18-usc-2265-d-3',
  cases: [
    {
      who: 'courtClerk',
      purpose: 'HLEGAL',
      what: 'domestic-violence-case',
      expected: permits('18 USC 2265(d)(3)'),
      why: 'the court',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'domestic-violence-case',
      facts: [relationship('supervision')],
      expected: permits('18 USC 2265(d)(3)', 'no-redisclosure'),
      why: 'the officer who supervises',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'domestic-violence-case',
      expected: conceals('18 USC 2265(d)(3)', 'STATUTE', 'NONE'),
      why: 'not one who doesn’t',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'domestic-violence-case',
      facts: 'unknown resident',
      expected: awaitsResident('18 USC 2265(d)(3)'),
      why: 'whom the officer supervises decides',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'domestic-violence-case',
      expected: conceals('18 USC 2265(d)(3)', 'STATUTE', 'NONE'),
      why: 'the party who asks may be whom the other is protected from',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'domestic-violence-case',
      facts: [relationship('caseload')],
      expected: conceals('18 USC 2265(d)(3)', 'STATUTE', 'NONE'),
      why: 'it can identify the victim',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'domestic-violence-case',
      facts: [consent('victim-services')],
      expected: permits('34 USC 12291(b)(2)(B)(ii)', 'no-redisclosure'),
      why: 'whom the victim tells',
    },
  ],
};

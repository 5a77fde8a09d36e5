import { conceals, consent, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 18 USC 5038: Use of juvenile records. */
export const title18Usc5038Cases: CasesOfLaw = {
  law: '18-usc-5038',
  cases: [
    {
      who: 'courtClerk',
      purpose: 'HLEGAL',
      what: 'juvenile-record',
      expected: permits('18 USC 5038(a)(1)'),
      why: 'inquiries of a court',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'juvenile-record',
      facts: [relationship('supervision')],
      expected: permits('18 USC 5038(a)(2)', 'no-redisclosure'),
      why: 'a presentence report',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'juvenile-record',
      expected: permits('18 USC 5038(a)(3)', 'no-redisclosure'),
      why: 'the investigation of a crime',
    },
    {
      who: 'reentryPlanner',
      purpose: 'REENTRY',
      what: 'juvenile-record',
      expected: conceals('18 USC 5038(a)', 'STATUTE', 'NONE'),
      why: 'planning a return isn’t on the list',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'juvenile-record',
      facts: [consent('specific')],
      expected: conceals('18 USC 5038(a)', 'STATUTE', 'NONE'),
      why: 'the answer is as for somebody without a record',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'juvenile-record',
      expected: conceals('18 USC 5038(a)', 'STATUTE', 'NONE'),
      why: 'above all where a civil right is at stake',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'juvenile-record',
      expected: conceals('18 USC 5038(a)', 'STATUTE', 'NONE'),
      why: 'the juvenile asks the court',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'juvenile-record',
      facts: [relationship('guardian')],
      expected: conceals('18 USC 5038(a)', 'STATUTE', 'NONE'),
      why: 'and so does the parent',
    },
  ],
};

import { denies, matching, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 5 USC 552a(o): Matching agreements. */
export const title5Usc552aOCases: CasesOfLaw = {
  law: '5-usc-552a-o',
  cases: [
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'benefits-income',
      agreement: matching,
      at: new Date('2026-01-31T00:00:00Z'),
      expected: permits('5 USC 552a(o)(2)', 'verify-before-adverse-action', 'no-redisclosure'),
      why: 'thirty days after it was sent out',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'benefits-income',
      agreement: matching,
      at: new Date('2026-01-30T23:59:59Z'),
      expected: denies('5 USC 552a(o)(2)', 'AGREEMENT', 'REQUEST_AGREEMENT'),
      why: 'not a second earlier',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'benefits-income',
      agreement: matching,
      at: new Date('2027-07-03T12:00:00Z'),
      expected: permits('5 USC 552a(o)(2)', 'verify-before-adverse-action', 'no-redisclosure'),
      why: 'day 548, the last of eighteen months',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'benefits-income',
      agreement: matching,
      at: new Date('2027-07-04T00:00:00Z'),
      expected: denies('5 USC 552a(o)(2)', 'AGREEMENT', 'REQUEST_AGREEMENT'),
      why: 'day 549, whatever the agreement says',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'benefits-income',
      at: new Date('2027-07-04T00:00:00Z'),
      expected: permits('5 USC 552a(o)'),
      why: 'other agreements match no computers',
    },
  ],
};

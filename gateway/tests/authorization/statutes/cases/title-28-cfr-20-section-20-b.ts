import { permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 28 CFR 20.20(b): Public judicial proceedings. */
export const title28Cfr20Section20BCases: CasesOfLaw = {
  law: '28-cfr-20-20-b',
  cases: [
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'court-record',
      expected: permits('28 CFR 20.20(b)'),
      why: 'what was said in open court',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'court-record',
      facts: 'unknown resident',
      expected: permits('28 CFR 20.20(b)'),
      why: 'about whomever',
    },
    {
      who: 'housingCaseworker',
      purpose: 'COC',
      what: 'justice-section',
      expected: permits('28 CFR 20.20(b)'),
      why: 'the section, which everybody has',
    },
  ],
};

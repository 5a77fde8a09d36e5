import { consent, denies, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.52: Scientific research. */
export const title42Cfr2Section52Cases: CasesOfLaw = {
  law: '42-cfr-2-52',
  cases: [
    {
      who: 'researcher',
      purpose: 'HRESCH',
      what: 'sud-treatment',
      facts: [consent('specific')],
      expected: denies('42 CFR 2.52(b)', 'STATUTE', 'NONE'),
      why: 'research reports in the aggregate',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.52'),
      why: 'treatment isn’t research',
    },
  ],
};

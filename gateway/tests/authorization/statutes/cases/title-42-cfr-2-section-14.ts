import { conceals, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.14: Minor patients. */
export const title42Cfr2Section14Cases: CasesOfLaw = {
  law: '42-cfr-2-14',
  cases: [
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'sud-minor-consented',
      facts: [relationship('guardian'), consent('specific')],
      expected: conceals('42 CFR 2.14(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'the parent of a sixteen-year-old who sought care alone learns nothing of it',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'sud-treatment',
      facts: [relationship('guardian')],
      expected: denies('42 CFR 2.14(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'being a parent is no consent',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'sud-treatment',
      facts: [
        relationship('guardian'),
        consent('specific', { recipientAgencies: [], recipientSubjects: ['parent-1'] }),
      ],
      expected: permits('42 CFR 2.14(b)', 'notice-42-cfr-2-32', 'no-redisclosure'),
      why: 'the patient named the parent',
    },
    {
      who: 'sudCounselor',
      purpose: 'TREAT',
      what: 'sud-minor-consented',
      expected: permits('42 CFR 2.14'),
      why: 'who treats the minor is another section’s question',
    },
    {
      who: 'policeOfficer',
      purpose: 'FAMRQT',
      what: 'sud-treatment',
      facts: [relationship('guardian'), consent('specific')],
      expected: permits('42 CFR 2.14(b)', 'notice-42-cfr-2-32', 'no-redisclosure'),
      why: 'police officers may be parents',
    },
  ],
};

import { denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.53: Management audits, financial audits, and program evaluation. */
export const title42Cfr2Section53Cases: CasesOfLaw = {
  law: '42-cfr-2-53',
  cases: [
    {
      who: 'healthPrivacyOfficer',
      purpose: 'AUDIT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.53(a)', 'no-redisclosure'),
      why: 'the programme’s own officer reviews how records were used',
    },
    {
      who: 'benefitsPrivacyOfficer',
      purpose: 'AUDIT',
      what: 'sud-treatment',
      expected: denies('42 CFR 2.53', 'ROLE', 'NONE'),
      why: 'another agency’s officer doesn’t',
    },
    {
      who: 'sudCounselor',
      purpose: 'AUDIT',
      what: 'sud-treatment',
      facts: [relationship('treating')],
      expected: denies('42 CFR 2.53', 'ROLE', 'NONE'),
      why: 'nor does who is reviewed',
    },
  ],
};

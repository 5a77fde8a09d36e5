import { brokenGlass, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.31(b): Consent required for SUD counseling notes. */
export const title42Cfr2Section31BCases: CasesOfLaw = {
  law: '42-cfr-2-31-b',
  cases: [
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'sud-counseling-notes',
      facts: [consent('treatment-payment-operations')],
      expected: denies('42 CFR 2.31(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a consent for treatment, payment and operations never reaches notes',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'sud-counseling-notes',
      facts: [consent('specific'), consent('general')],
      expected: denies('42 CFR 2.31(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'nor does any consent that isn’t for notes alone',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'sud-counseling-notes',
      facts: [consent('notes')],
      expected: permits('42 CFR 2.31(b)', 'notice-42-cfr-2-32', 'no-redisclosure'),
      why: 'a consent for the notes',
    },
    {
      who: 'sudCounselor',
      purpose: 'TREAT',
      what: 'sud-counseling-notes',
      facts: [relationship('treating')],
      expected: permits('42 CFR 2.31(b)(1)(i)'),
      why: 'the counselor who treats',
    },
    {
      who: 'sudCounselor',
      purpose: 'CAREMGT',
      what: 'sud-counseling-notes',
      facts: [relationship('treating')],
      expected: denies('42 CFR 2.31(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'but only to treat',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'ETREAT',
      what: 'sud-counseling-notes',
      facts: [brokenGlass('MEDICAL_EMERGENCY')],
      expected: denies('42 CFR 2.31(b)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'an emergency needs the record, not the notes',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sud-counseling-notes',
      expected: denies('45 CFR 164.524(a)(1)(i)', 'STATUTE', 'NONE'),
      why: 'notes kept apart are not part of what patients may inspect',
    },
  ],
};

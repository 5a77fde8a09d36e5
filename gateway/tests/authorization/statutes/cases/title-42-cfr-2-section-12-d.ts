import { brokenGlass, conceals, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.12(d), 2.61-2.67: Restriction of use in proceedings against the patient. */
export const title42Cfr2Section12DCases: CasesOfLaw = {
  law: '42-cfr-2-12-d',
  cases: [
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'sud-treatment',
      facts: [consent('specific')],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'a subpoena, or a consent obtained from the patient, is no order under subpart E',
    },
    {
      who: 'probationOfficer',
      purpose: 'HLEGAL',
      what: 'sud-treatment',
      facts: [relationship('supervision'), consent('treatment-payment-operations')],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'supervision opens no treatment record',
    },
    {
      who: 'probationOfficer',
      purpose: 'COC',
      what: 'sud-treatment',
      facts: [consent('specific')],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'law enforcement stays law enforcement under a friendlier purpose',
    },
    {
      who: 'policeOfficer',
      purpose: 'BTG',
      what: 'sud-treatment',
      facts: [brokenGlass('IMMINENT_DANGER')],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'nor does breaking the glass help the police',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'sud-counseling-notes',
      facts: [consent('notes')],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'the notes least of all',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'sud-minor-consented',
      expected: conceals('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'and of a minor’s treatment they don’t even learn that there was something',
    },
    {
      who: 'attorney',
      purpose: 'HLEGAL',
      what: 'sud-treatment',
      facts: [consent('specific')],
      expected: permits('42 CFR 2.31(d)', 'notice-42-cfr-2-32', 'no-redisclosure'),
      why: 'the patient’s own counsel, on a consent for legal proceedings alone',
    },
    {
      who: 'attorney',
      purpose: 'HLEGAL',
      what: 'sud-treatment',
      facts: [consent('specific', { purposesOfUse: ['HLEGAL', 'TREAT'] })],
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'a consent for proceedings may not be combined with another',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'sud-treatment',
      facts: 'unknown resident',
      expected: denies('42 CFR 2.12(d), 2.61-2.67', 'STATUTE', 'COURT_ORDER'),
      why: 'it doesn’t depend on whom',
    },
    {
      who: 'sudCounselor',
      purpose: 'TREAT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.12(d), 2.61-2.67'),
      why: 'the restriction says nothing of treatment',
    },
  ],
};

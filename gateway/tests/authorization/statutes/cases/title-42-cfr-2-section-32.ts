import { brokenGlass, consent, declared, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.32: Notice and copy of consent to accompany disclosure. */
export const title42Cfr2Section32Cases: CasesOfLaw = {
  law: '42-cfr-2-32',
  cases: [
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'sud-treatment',
      facts: [consent('treatment-payment-operations')],
      expected: permits('42 CFR 2.32(a)', 'notice-42-cfr-2-32'),
      why: 'what is disclosed on consent carries the notice',
    },
    {
      who: 'sudCounselor',
      purpose: 'TREAT',
      what: 'sud-treatment',
      facts: [relationship('treating')],
      expected: permits('42 CFR 2.12(c)(3)'),
      why: 'within the programme there is nothing to notify',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.23(a)'),
      why: 'patients aren’t warned of themselves',
    },
    {
      who: 'emergencyTechnician',
      purpose: 'ETREAT',
      what: 'sud-treatment',
      facts: [brokenGlass('MEDICAL_EMERGENCY')],
      expected: permits('42 CFR 2.51'),
      why: 'the notice goes with consent, not with emergencies',
    },
    {
      who: 'attorney',
      purpose: 'HLEGAL',
      what: 'sud-counseling-notes',
      facts: [consent('notes')],
      expected: permits('42 CFR 2.32(a)', 'notice-42-cfr-2-32'),
      why: 'notes carry it too',
    },
    {
      who: 'clinician',
      purpose: null,
      what: 'sud-treatment',
      expected: denies('42 CFR 2.32', 'PURPOSE', 'STATE_PURPOSE'),
      why: 'without a purpose no notice can be right',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'housing-substance-use',
      expected: permits('42 CFR 2.12(c)(3)'),
      why: 'nor with what an agency’s own staff wrote down',
    },
    {
      who: 'emergencyTechnician',
      purpose: 'DISASTER',
      what: 'sud-treatment',
      declarations: [declared()],
      expected: permits('42 CFR 2.51'),
      why: 'nor with disasters',
    },
    {
      who: 'counselorElsewhere',
      purpose: 'TREAT',
      what: 'sud-treatment',
      facts: [relationship('treating', { agency: 'behavioral-health' })],
      expected: permits('42 CFR 2.32(a)', 'notice-42-cfr-2-32'),
      why: 'a counselor of another agency is outside the programme',
    },
  ],
};

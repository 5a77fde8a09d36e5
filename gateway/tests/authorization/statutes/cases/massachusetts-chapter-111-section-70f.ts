import { brokenGlass, consent, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** M.G.L. c. 111, section 70F: HIV test: informed consent, disclosure of results or identity. */
export const massachusettsChapter111Section70FCases: CasesOfLaw = {
  law: 'mgl-c-111-section-70f',
  cases: [
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'housing-hiv',
      facts: [relationship('caseload')],
      expected: permits('24 CFR 574.440'),
      why: 'the caseworker whom the client told it',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'housing-hiv',
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a colleague is told nothing',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'housing-hiv',
      facts: [consent('general')],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'a full release of information isn’t enough',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'housing-hiv',
      facts: [consent('treatment-payment-operations')],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'nor a consent for treatment, payment and operations',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'housing-hiv',
      facts: [consent('specific')],
      expected: permits('M.G.L. c. 111, section 70F(2)', 'no-redisclosure'),
      why: 'a consent for this and nothing else',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'housing-hiv',
      facts: [consent('specific', { categories: ['housing-hiv', 'housing-disability'] })],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'it must be told apart from every other consent',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'housing-hiv',
      facts: [consent('specific', { purposesOfUse: ['TREAT', 'COC'] })],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'one form for each release, one purpose in each form',
    },
    {
      who: 'emergencyTechnician',
      purpose: 'ETREAT',
      what: 'housing-hiv',
      facts: [brokenGlass('MEDICAL_EMERGENCY')],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'the law knows no emergency',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'housing-hiv',
      expected: permits('M.G.L. c. 111, section 70F(2)'),
      why: 'the subject of the test',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'housing-hiv',
      facts: [relationship('guardian')],
      expected: denies('M.G.L. c. 111, section 70F(2)', 'CONSENT', 'REQUEST_CONSENT'),
      why: 'and nobody else of the family',
    },
  ],
};

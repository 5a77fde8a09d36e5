import { brokenGlass, consent, denies, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 431.300-431.306: Safeguarding information on applicants and beneficiaries. */
export const title42Cfr431Section300Cases: CasesOfLaw = {
  law: '42-cfr-431-300',
  cases: [
    {
      who: 'medicaidWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      expected: permits('42 CFR 431.302(a)'),
      why: 'establishing eligibility',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGVER',
      what: 'medicaid',
      expected: permits('42 CFR 431.306(d)', 'no-redisclosure'),
      why: 'verifying income and eligibility under section 1137',
    },
    {
      who: 'childCareWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid',
      expected: denies('42 CFR 431.306(d)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'child care isn’t among the programmes of section 1137',
    },
    {
      who: 'childCareWorker',
      purpose: 'ELIGDTRM',
      what: 'benefits-income',
      expected: permits('42 CFR 431.302(a)'),
      why: 'but income is the whole agency’s',
    },
    {
      who: 'clinician',
      purpose: 'COVERAGE',
      what: 'medicaid',
      expected: permits('42 CFR 431.302(c)'),
      why: 'providing services for beneficiaries',
    },
    {
      who: 'clinician',
      purpose: 'COVERAGE',
      what: 'medicaid-eligibility-detail',
      expected: denies('42 CFR 431.306(d)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'for which the ground doesn’t matter',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'medicaid',
      expected: denies('42 CFR 431.306(d)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'an outside source asks: permission first',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'medicaid',
      facts: [consent('specific')],
      expected: permits('42 CFR 431.306(d)', 'no-redisclosure'),
      why: 'and here it is',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'medicaid',
      facts: [consent('general')],
      expected: denies('42 CFR 431.306(d)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'a general release isn’t permission for this',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'ETREAT',
      what: 'medicaid',
      facts: [brokenGlass('MEDICAL_EMERGENCY')],
      expected: permits('42 CFR 431.306(d)', 'notify-provider'),
      why: 'in an emergency first, and told of at once afterwards',
    },
    {
      who: 'housingCaseworker',
      purpose: 'BTG',
      what: 'medicaid',
      facts: [brokenGlass('MEDICAL_EMERGENCY')],
      expected: denies('42 CFR 431.306(d)', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'an emergency is for those who treat it',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'medicaid',
      expected: permits('42 CFR 431.306(d)'),
      why: 'beneficiaries themselves',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'housing-income',
      expected: permits('42 CFR 431.300'),
      why: 'what the client told the housing agency isn’t the plan’s',
    },
  ],
};

import { consent, denies, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.502(b), 164.514(d): Minimum necessary. */
export const title45Cfr164Section514DCases: CasesOfLaw = {
  law: '45-cfr-164-514-d',
  cases: [
    {
      who: 'medicaidWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      expected: permits('45 CFR 164.514(d)(2)'),
      why: 'who decides needs the ground',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid',
      expected: permits('45 CFR 164.514(d)(2)'),
      why: 'who decides on food needs the status',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'medicaid-eligibility-detail',
      expected: denies('45 CFR 164.514(d)(2)', 'ROLE', 'REQUEST_CONSENT'),
      why: 'and no more than that',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'mental-health-treatment',
      expected: denies('45 CFR 164.514(d)(2)', 'ROLE', 'REQUEST_CONSENT'),
      why: 'a diagnosis is no part of that work',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'medicaid',
      expected: denies('45 CFR 164.514(d)(2)', 'ROLE', 'REQUEST_CONSENT'),
      why: 'coverage is no part of finding a home',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'medicaid',
      facts: [consent('specific')],
      expected: permits('45 CFR 164.502(b)(2)(iii)'),
      why: 'what the individual authorised is exempt',
    },
    {
      who: 'emergencyTechnician',
      purpose: 'ETREAT',
      what: 'mental-health-treatment',
      expected: permits('45 CFR 164.502(b)(2)(i)'),
      why: 'treatment is exempt',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'medicaid-eligibility-detail',
      expected: permits('45 CFR 164.502(b)(2)(ii)'),
      why: 'the individual is exempt',
    },
    {
      who: 'administrator',
      purpose: 'HOPERAT',
      what: 'medicaid',
      expected: denies('45 CFR 164.514(d)(2)', 'ROLE', 'REQUEST_CONSENT'),
      why: 'who runs machines needs no records',
    },
  ],
};

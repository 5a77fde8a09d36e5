import { awaitsResident, conceals, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.524: Access of individuals to protected health information. */
export const title45Cfr164Section524Cases: CasesOfLaw = {
  law: '45-cfr-164-524',
  cases: [
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'mental-health-treatment',
      expected: permits('45 CFR 164.524(a)(1)'),
      why: 'individuals see their own',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'medicaid-eligibility-detail',
      expected: permits('45 CFR 164.524(a)(1)'),
      why: 'of a health plan, too',
    },
    {
      who: 'barelyKnownResident',
      purpose: 'PATRQT',
      what: 'mental-health-treatment',
      expected: denies('45 CFR 164.514(h)', 'ASSURANCE', 'STEP_UP'),
      why: 'once it is sure enough who asks',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'mental-health-treatment',
      expected: denies('45 CFR 164.524(a)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'nobody sees somebody else’s',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'mental-health-minor-consented',
      expected: conceals('45 CFR 164.524(a)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'or learns that there is one',
    },
    {
      who: 'clinician',
      purpose: 'PATRQT',
      what: 'mental-health-treatment',
      facts: [relationship('treating')],
      expected: denies('45 CFR 164.524(a)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'staff don’t ask as residents',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'mental-health-treatment',
      facts: 'unknown resident',
      expected: awaitsResident('45 CFR 164.524(a)(1)'),
      why: 'whose it is decides',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'mental-health-treatment',
      expected: permits('45 CFR 164.524'),
      why: 'the law is about individuals',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: [relationship('guardian')],
      expected: permits('45 CFR 164.502(g)(1)'),
      why: 'parents stand for their children',
    },
    {
      who: 'barelyKnownParent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: [relationship('guardian')],
      expected: denies('45 CFR 164.514(h)', 'ASSURANCE', 'STEP_UP'),
      why: 'once it is sure enough who they are',
    },
  ],
};

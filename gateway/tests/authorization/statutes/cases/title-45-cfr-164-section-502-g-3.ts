import { awaitsResident, conceals, denies, inDays, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.502(g)(3): Personal representatives: unemancipated minors. */
export const title45Cfr164Section502G3Cases: CasesOfLaw = {
  law: '45-cfr-164-502-g-3',
  cases: [
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: [relationship('guardian')],
      expected: permits('45 CFR 164.502(g)(3)(i)'),
      why: 'a parent is the child’s personal representative',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-minor-consented',
      facts: [relationship('guardian')],
      expected: conceals('45 CFR 164.502(g)(3)(i)', 'RELATIONSHIP', 'NONE'),
      why: 'but not for care to which the minor consented alone',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      expected: denies('45 CFR 164.502(g)(3)(i)', 'RELATIONSHIP', 'NONE'),
      why: 'whoever says so isn’t yet a parent',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: [relationship('household')],
      expected: denies('45 CFR 164.502(g)(3)(i)', 'RELATIONSHIP', 'NONE'),
      why: 'living together makes nobody a guardian',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: [relationship('guardian', { validUntil: inDays(-1) })],
      expected: denies('45 CFR 164.502(g)(3)(i)', 'RELATIONSHIP', 'NONE'),
      why: 'guardianship ended',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'mental-health-treatment',
      facts: 'unknown resident',
      expected: awaitsResident('45 CFR 164.502(g)(3)(i)'),
      why: 'whose parent depends on whom',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'mental-health-minor-consented',
      expected: permits('45 CFR 164.502(g)(3)'),
      why: 'the law is about parents, not about who treats',
    },
  ],
};

import { denies, inDays, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 98.15: Child Care and Development Fund: confidential information about children and families. */
export const title45Cfr98Section15Cases: CasesOfLaw = {
  law: '45-cfr-98-15',
  cases: [
    {
      who: 'childCareWorker',
      purpose: 'ELIGDTRM',
      what: 'child-care-assistance',
      expected: permits('45 CFR 98.15'),
      why: 'the Lead Agency’s own work',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'child-care-assistance',
      expected: permits('45 CFR 98.15'),
      why: 'the same agency’s other programmes',
    },
    {
      who: 'housingCaseworker',
      purpose: 'HOUSING_PLACEMENT',
      what: 'child-care-location',
      expected: denies('45 CFR 98.15', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'where the child is, is nobody else’s business',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'child-care-location',
      facts: [relationship('placement')],
      expected: permits('45 CFR 98.15', 'no-redisclosure'),
      why: 'the child is in the caseworker’s placement',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'child-care-location',
      facts: [relationship('placement', { validUntil: inDays(-1) })],
      expected: denies('45 CFR 98.15', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'placement ended',
    },
    {
      who: 'childWelfareCaseworker',
      purpose: 'CHILD_PROTECTION',
      what: 'child-care-assistance',
      expected: denies('45 CFR 98.15', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'the child lives at home',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'child-care-assistance',
      facts: [relationship('guardian')],
      expected: permits('45 CFR 98.31'),
      why: 'parents see their child’s care',
    },
    {
      who: 'policeOfficer',
      purpose: 'HLEGAL',
      what: 'child-care-location',
      expected: denies('45 CFR 98.15', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'proceedings aren’t child care',
    },
    {
      who: 'housingCaseworker',
      purpose: 'ELIGDTRM',
      what: 'child-care-assistance',
      expected: denies('45 CFR 98.15', 'STATUTE', 'REQUEST_CONSENT'),
      why: 'who decides on no programme determines no eligibility',
    },
  ],
};

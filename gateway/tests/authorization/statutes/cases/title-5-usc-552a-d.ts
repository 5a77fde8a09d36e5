import { conceals, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 5 USC 552a(d)(1): Access to records by the individual to whom they pertain. */
export const title5Usc552aDCases: CasesOfLaw = {
  law: '5-usc-552a-d',
  cases: [
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'housing-enrollment',
      expected: permits('5 USC 552a(d)(1)'),
      why: 'the individual to whom the record pertains',
    },
    {
      who: 'barelyKnownResident',
      purpose: 'PATRQT',
      what: 'housing-enrollment',
      expected: denies('5 USC 552a(d)(1)', 'ASSURANCE', 'STEP_UP'),
      why: 'once it is sure enough who asks',
    },
    {
      who: 'barelyKnownResident',
      purpose: 'PATRQT',
      what: 'housing-enrollment',
      facts: 'unknown resident',
      expected: denies('5 USC 552a(d)(1)', 'ASSURANCE', 'STEP_UP'),
      why: 'whomever it is about',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'snap',
      expected: denies('5 USC 552a(d)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'nobody sees another’s record',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'sealed-record',
      expected: conceals('5 USC 552a(d)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'or learns that there is one',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'child-care-assistance',
      facts: [relationship('guardian')],
      expected: permits('5 USC 552a(h)'),
      why: 'parents act for their children',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'child-care-assistance',
      facts: [relationship('household')],
      expected: denies('5 USC 552a(d)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'housemates don’t',
    },
    {
      who: 'snapWorker',
      purpose: 'PATRQT',
      what: 'snap',
      expected: denies('5 USC 552a(d)(1)', 'RELATIONSHIP', 'NONE'),
      why: 'staff don’t ask as residents',
    },
    {
      who: 'snapWorker',
      purpose: 'ELIGDTRM',
      what: 'snap',
      expected: permits('5 USC 552a(d)(1)'),
      why: 'the law is about individuals',
    },
    {
      who: 'barelyKnownParent',
      purpose: 'FAMRQT',
      what: 'child-care-assistance',
      facts: [relationship('guardian')],
      expected: denies('5 USC 552a(d)(1)', 'ASSURANCE', 'STEP_UP'),
      why: 'of parents it has to be sure, too',
    },
    {
      who: 'barelyKnownParent',
      purpose: 'FAMRQT',
      what: 'resident-household',
      facts: [relationship('household')],
      expected: denies('5 USC 552a(d)(1)', 'ASSURANCE', 'STEP_UP'),
      why: 'and of those who live with somebody',
    },
    {
      who: 'parent',
      purpose: 'FAMRQT',
      what: 'resident-household',
      facts: [relationship('household')],
      expected: permits('5 USC 552a(h)'),
      why: 'who share the household they ask about',
    },
  ],
};

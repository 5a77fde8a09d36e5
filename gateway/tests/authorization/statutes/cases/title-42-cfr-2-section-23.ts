import { awaitsResident, conceals, denies, permits, relationship } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 CFR 2.23: Patient access and restrictions on use. */
export const title42Cfr2Section23Cases: CasesOfLaw = {
  law: '42-cfr-2-23',
  cases: [
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.23(a)'),
      why: 'patients see their own record without any consent',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sud-minor-consented',
      expected: permits('42 CFR 2.23(a)'),
      why: 'the minor who consented is the patient',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      expected: denies('42 CFR 2.23(a)', 'RELATIONSHIP', 'NONE'),
      why: 'it is somebody else’s record',
    },
    {
      who: 'otherResident',
      purpose: 'PATRQT',
      what: 'sud-minor-consented',
      expected: conceals('42 CFR 2.23(a)', 'RELATIONSHIP', 'NONE'),
      why: 'and here not even that may be known',
    },
    {
      who: 'sudCounselor',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      facts: [relationship('treating')],
      expected: denies('42 CFR 2.23(a)', 'RELATIONSHIP', 'NONE'),
      why: 'nobody asks as the patient for a patient',
    },
    {
      who: 'resident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      facts: 'unknown resident',
      expected: awaitsResident('42 CFR 2.23(a)'),
      why: 'whether it is one’s own depends on whose it is',
    },
    {
      who: 'sudCounselor',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      facts: 'unknown resident',
      expected: denies('42 CFR 2.23(a)', 'RELATIONSHIP', 'NONE'),
      why: 'but somebody who is no resident owns no record',
    },
    {
      who: 'policeOfficerAsResident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.23(a)'),
      why: 'police officers may be patients',
    },
    {
      who: 'caseworkerAsResident',
      purpose: 'PATRQT',
      what: 'sud-treatment',
      expected: permits('42 CFR 2.23(a)'),
      why: 'and so may caseworkers',
    },
  ],
};

import { awaitsResident, brokenGlass, declared, denies, inHours, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 45 CFR 164.510(b)(4), 164.512(j): Disaster relief; averting a serious threat to health or safety. */
export const title45Cfr164Section510B4Cases: CasesOfLaw = {
  law: '45-cfr-164-510-b-4',
  cases: [
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared()],
      expected: permits('45 CFR 164.510(b)(4)'),
      why: 'a declaration takes it in',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'a disaster that nobody declared',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ endsAt: inHours(-1) })],
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'the declaration ended by itself',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ startsAt: inHours(1) })],
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'the declaration hasn’t begun',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ categories: ['medicaid'] })],
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'the declaration is about other data',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ roles: ['police-officer'] })],
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'the declaration is for others',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ purposesOfUse: ['PUBHLTH'] })],
      expected: denies('45 CFR 164.510(b)(4)', 'STATUTE', 'NONE'),
      why: 'the declaration serves another purpose',
    },
    {
      who: 'housingCaseworker',
      purpose: 'THREAT',
      what: 'resident-contact',
      facts: [brokenGlass('IMMINENT_DANGER')],
      expected: permits('45 CFR 164.512(j)(1)(i)', 'notify-provider'),
      why: 'a danger that somebody answers for',
    },
    {
      who: 'housingCaseworker',
      purpose: 'THREAT',
      what: 'resident-contact',
      expected: denies('45 CFR 164.512(j)(1)(i)', 'STATUTE', 'BREAK_GLASS'),
      why: 'a danger that nobody answers for',
    },
    {
      who: 'clinician',
      purpose: 'TREAT',
      what: 'mental-health-treatment',
      expected: permits('45 CFR 164.510(b)(4), 164.512(j)'),
      why: 'ordinary work is no emergency',
    },
    {
      who: 'housingCaseworker',
      purpose: 'THREAT',
      what: 'resident-contact',
      facts: 'unknown resident',
      expected: awaitsResident('45 CFR 164.512(j)(1)(i)'),
      why: 'the danger is to somebody',
    },
  ],
};

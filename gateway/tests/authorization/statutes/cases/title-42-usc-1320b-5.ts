import { conceals, declared, denies, inDays, inHours, permits } from '../situation/index.ts';
import type { CasesOfLaw } from '../situation/index.ts';

/** 42 USC 1320b-5(b): Authority to waive requirements during national emergencies (section 1135). */
export const title42Usc1320B5Cases: CasesOfLaw = {
  law: '42-usc-1320b-5',
  cases: [
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ authority: 'Waiver under section 1135', startsAt: inHours(-71) })],
      expected: permits('42 USC 1320b-5(b)'),
      why: 'in the 72nd hour of the waiver',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [
        declared({
          authority: 'Waiver under section 1135',
          startsAt: new Date(inHours(-72).getTime() - 1000),
        }),
      ],
      expected: denies('42 USC 1320b-5(b)', 'STATUTE', 'NONE'),
      why: 'a second after it, although the file says thirty days',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ authority: '42 USC 1320b-5', startsAt: inHours(-73) }), declared()],
      expected: permits('42 USC 1320b-5(b)'),
      why: 'another declaration goes on',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-minor-consented',
      declarations: [declared({ authority: '42 USC 1320b-5', startsAt: inHours(-73) })],
      expected: conceals('42 USC 1320b-5(b)', 'STATUTE', 'NONE'),
      why: 'over, and what it opened is hidden again',
    },
    {
      who: 'emergencyPhysician',
      purpose: 'DISASTER',
      what: 'mental-health-treatment',
      declarations: [declared({ startsAt: inDays(-20) })],
      expected: permits('42 USC 1320b-5(b)'),
      why: 'the limit is the waivers’, not other declarations’',
    },
  ],
};

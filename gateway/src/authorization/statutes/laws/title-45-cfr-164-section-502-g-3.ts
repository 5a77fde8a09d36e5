import { asGuardian, categoryIs, purposeIs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Parents and guardians act for the child, but not about care to which the minor consented alone: that stays
 * with the minor.
 */
export const title45Cfr164Section502G3 = statuteOf({
  id: '45-cfr-164-502-g-3',
  citation: '45 CFR 164.502(g)(3)',
  title: 'Personal representatives: unemancipated minors',
  covers: ['mental-health-treatment', 'mental-health-minor-consented'],
  speaksOf: purposeIs('FAMRQT'),
  grounds: [
    {
      citation: '45 CFR 164.502(g)(3)(i)',
      when: allOf((request) => !categoryIs('mental-health-minor-consented')(request), asGuardian),
    },
  ],
  otherwise: () => ({ citation: '45 CFR 164.502(g)(3)(i)', reason: 'RELATIONSHIP', remedy: 'NONE' }),
});

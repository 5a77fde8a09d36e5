import { hasOnlyExpiredWaivers } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/** A waiver under section 1135 opens records for 72 hours and not a minute longer, whatever its file says. */
export const title42Usc1320B5 = statuteOf({
  id: '42-usc-1320b-5',
  citation: '42 USC 1320b-5(b)',
  title: 'Authority to waive requirements during national emergencies (section 1135)',
  covers: [
    'medicaid',
    'medicaid-eligibility-detail',
    'mental-health-treatment',
    'mental-health-minor-consented',
    'sud-treatment',
    'sud-minor-consented',
    'resident-contact',
    'resident-household',
  ],
  speaksOf: hasOnlyExpiredWaivers,
  grounds: [],
  otherwise: () => ({ citation: '42 USC 1320b-5(b)', reason: 'STATUTE', remedy: 'NONE' }),
});

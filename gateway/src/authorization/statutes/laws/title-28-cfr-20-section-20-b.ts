import { statuteOf } from '../law.ts';

/**
 * Court records of public proceedings are outside the limits on criminal history; and the section, which every
 * resident has, tells nothing.
 */
export const title28Cfr20Section20B = statuteOf({
  id: '28-cfr-20-20-b',
  citation: '28 CFR 20.20(b)',
  title: 'Public judicial proceedings',
  covers: ['court-record', 'justice-section'],
  speaksOf: () => false,
  grounds: [],
  otherwise: () => ({ citation: '28 CFR 20.20(b)', reason: 'STATUTE', remedy: 'NONE' }),
});

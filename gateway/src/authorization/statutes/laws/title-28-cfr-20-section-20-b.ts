import type { Statute } from '../statute.ts';

const citation = '28 CFR 20.20(b)';

/**
 * Court records of public proceedings are outside the limits on criminal history; and the section, which every
 * resident has, tells nothing.
 */
export const title28Cfr20Section20B: Statute = {
  id: '28-cfr-20-20-b',
  citation,
  title: 'Public judicial proceedings',
  covers: ['court-record', 'justice-section'],
  rule: () => ({ kind: 'permit', citation }),
};

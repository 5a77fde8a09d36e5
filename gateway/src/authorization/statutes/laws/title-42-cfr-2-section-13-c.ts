import { categoryIs, isIndexMaintenance } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/**
 * Nobody may learn from an answer, or from the lack of one, that somebody is or was a patient. A section that every
 * resident has tells nothing; the links that would tell are kept by the resident index alone.
 */
export const title42Cfr2Section13C = statuteOf({
  id: '42-cfr-2-13-c',
  citation: '42 CFR 2.13(c)',
  title: 'Acknowledging the presence of patients',
  covers: ['behavioral-health-section', 'resident-crosswalk-concealed'],
  speaksOf: categoryIs('resident-crosswalk-concealed'),
  grounds: [{ citation: '42 CFR 2.13(c)', when: isIndexMaintenance }],
  otherwise: () => ({ citation: '42 CFR 2.13(c)', reason: 'STATUTE', remedy: 'NONE' }),
});

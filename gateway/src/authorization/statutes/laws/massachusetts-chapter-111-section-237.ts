import { everyCategory } from '../categories-of-agencies.ts';
import { isPersonalRequest, purposeIs, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';

/** What everybody may see, and what tells nothing of anybody. */
const open = new Set([
  'court-record',
  'justice-section',
  'behavioral-health-section',
  'access-notice',
  'emergency-declaration',
  'restriction-record',
]);

/**
 * Linked records answer research questions in the aggregate and without identity. The graph answers with rows:
 * research gets none here, whatever an agreement grants.
 */
export const massachusettsChapter111Section237 = statuteOf({
  id: 'mgl-c-111-section-237',
  citation: 'M.G.L. c. 111, section 237',
  title: 'Public health data warehouse: aggregate, de-identified answers',
  covers: everyCategory.filter((category) => !open.has(category)),
  speaksOf: (request) =>
    purposeIs('HRESCH')(request) || (worksAs('researcher')(request) && !isPersonalRequest(request)),
  grounds: [],
  otherwise: () => ({ citation: 'M.G.L. c. 111, section 237', reason: 'STATUTE', remedy: 'NONE' }),
});

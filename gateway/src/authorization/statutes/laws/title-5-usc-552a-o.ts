import type { AccessRequest } from '../../access/index.ts';
import { everyCategory } from '../categories-of-agencies.ts';
import { statuteOf } from '../law.ts';

const day = 86_400_000;
/** Congress and the public have thirty days before the first match. */
const noticeDays = 30;
/** Eighteen months at most. A renewal is an agreement of its own. */
const longestDays = 548;

/**
 * A computer matching agreement takes effect thirty days after it was sent out and ends after eighteen months,
 * whatever it says itself. Nobody loses anything by a match before it was verified and they were heard (552a(p)).
 */
export const title5Usc552aO = statuteOf({
  id: '5-usc-552a-o',
  citation: '5 USC 552a(o)',
  title: 'Matching agreements',
  covers: everyCategory,
  speaksOf: ({ agreement }) => agreement.kind === 'computer-matching-agreement',
  grounds: [
    {
      citation: '5 USC 552a(o)(2)',
      when: (request) => {
        const days = daysSinceStart(request);
        return noticeDays <= days && days <= longestDays;
      },
      obligations: ['verify-before-adverse-action', 'no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '5 USC 552a(o)(2)', reason: 'AGREEMENT', remedy: 'REQUEST_AGREEMENT' }),
});

/** Whole days since the day on which the term starts (UTC). */
function daysSinceStart({ agreement, at }: AccessRequest): number {
  return Math.floor((at.getTime() - Date.parse(agreement.term.startsOn)) / day);
}

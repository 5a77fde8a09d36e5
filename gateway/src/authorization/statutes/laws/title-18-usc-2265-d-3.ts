import { hasConsentInForm, hasRelationship, ownAgency, purposeIs, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * That a case is about domestic violence tells who is protected from whom, and may not be made public: it is for the
 * court, for the officer who supervises, and for whom the victim names. Not for the parties themselves here: one
 * of them is whom the other is protected from.
 */
export const title18Usc2265D3 = statuteOf({
  id: '18-usc-2265-d-3',
  citation: '18 USC 2265(d)(3), 34 USC 12291(b)(2)',
  title: 'Limits on publication of protection orders; domestic violence cases',
  covers: ['domestic-violence-case'],
  grounds: [
    {
      citation: '18 USC 2265(d)(3)',
      when: allOf(ownAgency, worksAs('court-clerk'), purposeIs('HLEGAL', 'HOPERAT')),
    },
    {
      citation: '18 USC 2265(d)(3)',
      when: allOf(
        ownAgency,
        worksAs('probation-officer'),
        purposeIs('HLEGAL', 'REENTRY'),
        hasRelationship('supervision'),
      ),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '34 USC 12291(b)(2)(B)(ii)',
      when: hasConsentInForm(['victim-services'], ({ validUntil }) => validUntil !== null),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '18 USC 2265(d)(3)', reason: 'STATUTE', remedy: 'NONE' }),
});

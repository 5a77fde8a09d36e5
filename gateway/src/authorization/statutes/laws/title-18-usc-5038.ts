import { hasRelationship, ownAgency, purposeIs, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Inquiries of courts, for a presentence report, and in the investigation of a crime are answered; everybody else
 * gets the answer that somebody without a record would get. Custodial treatment agencies, national security and
 * victims ask in writing, outside the graph.
 */
export const title18Usc5038 = statuteOf({
  id: '18-usc-5038',
  citation: '18 USC 5038',
  title: 'Use of juvenile records',
  covers: ['juvenile-record'],
  grounds: [
    {
      citation: '18 USC 5038(a)(1)',
      when: allOf(ownAgency, worksAs('court-clerk'), purposeIs('HLEGAL', 'HOPERAT')),
    },
    {
      citation: '18 USC 5038(a)(2)',
      when: allOf(
        ownAgency,
        worksAs('probation-officer'),
        purposeIs('HLEGAL'),
        hasRelationship('supervision'),
      ),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '18 USC 5038(a)(3)',
      when: allOf(worksAs('police-officer'), purposeIs('HLEGAL')),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '18 USC 5038(a)', reason: 'STATUTE', remedy: 'NONE' }),
});

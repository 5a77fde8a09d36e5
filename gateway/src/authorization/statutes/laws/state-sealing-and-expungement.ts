import { ownAgency, purposeIs, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

const citation = 'State sealing and expungement statutes';

/** A sealed record is for the court that keeps it; to everybody else, its subject included, there is none. */
export const stateSealingAndExpungement = statuteOf({
  id: 'state-sealing-and-expungement',
  citation,
  title: 'Sealed and expunged records',
  covers: ['sealed-record'],
  grounds: [
    {
      citation,
      when: allOf(ownAgency, worksAs('court-clerk'), purposeIs('HLEGAL', 'HOPERAT')),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation, reason: 'STATUTE', remedy: 'COURT_ORDER' }),
});

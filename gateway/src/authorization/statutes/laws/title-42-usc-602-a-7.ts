import { administersBenefits, hasConsent, ownRecord, worksAs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Why somebody need not work may be that they flee from violence: good cause is known to the TANF caseworker who
 * grants it, in confidence, and to the recipient.
 */
export const title42Usc602A7 = statuteOf({
  id: '42-usc-602-a-7',
  citation: '42 USC 602(a)(7)',
  title: 'Family violence option: confidentiality of good cause',
  covers: ['tanf-work-participation'],
  grounds: [
    {
      citation: '42 USC 602(a)(7)(A)',
      when: allOf(worksAs('tanf-caseworker'), administersBenefits),
      obligations: ['no-redisclosure'],
    },
    { citation: '42 USC 602(a)(7)(A)', when: ownRecord },
    {
      citation: '42 USC 602(a)(7)(A)',
      when: hasConsent('specific', 'victim-services'),
      obligations: ['no-redisclosure'],
    },
  ],
  otherwise: () => ({ citation: '42 USC 602(a)(7)(A)', reason: 'STATUTE', remedy: 'REQUEST_CONSENT' }),
});

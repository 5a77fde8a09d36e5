import { hasConsent, isPersonalRequest, isWithinProgramme, purposeIs } from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Notes that a counsellor keeps apart from the record need a consent of their own, whatever other consents there
 * are; but the counsellor who treats uses them. Which counsellor wrote a note, only the agency can tell.
 */
export const title42Cfr2Section31B = statuteOf({
  id: '42-cfr-2-31-b',
  citation: '42 CFR 2.31(b)',
  title: 'Consent required for SUD counseling notes',
  covers: ['sud-counseling-notes'],
  grounds: [
    { citation: '42 CFR 2.31(b)(1)(i)', when: allOf(purposeIs('TREAT'), isWithinProgramme) },
    {
      citation: '42 CFR 2.31(b)',
      when: hasConsent('notes'),
      obligations: ['notice-42-cfr-2-32', 'no-redisclosure'],
    },
  ],
  otherwise: (request) =>
    isPersonalRequest(request)
      ? { citation: '45 CFR 164.524(a)(1)(i)', reason: 'STATUTE', remedy: 'NONE' }
      : { citation: '42 CFR 2.31(b)', reason: 'CONSENT', remedy: 'REQUEST_CONSENT' },
});

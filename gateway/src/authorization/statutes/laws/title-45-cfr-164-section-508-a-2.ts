import {
  hasBrokenGlass,
  hasConsent,
  hasRelationshipAtOwner,
  isPersonalRequest,
  ownAgency,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * Psychotherapy notes need an authorization of their own, but for the clinician who treats, and to avert a serious
 * and imminent threat. Who wrote a note, only the agency can tell. They are no part of what patients may inspect.
 */
export const title45Cfr164Section508A2 = statuteOf({
  id: '45-cfr-164-508-a-2',
  citation: '45 CFR 164.508(a)(2)',
  title: 'Authorization required: psychotherapy notes',
  covers: ['psychotherapy-notes'],
  grounds: [
    {
      citation: '45 CFR 164.508(a)(2)(i)(A)',
      when: allOf(
        ownAgency,
        worksAs('mental-health-clinician'),
        purposeIs('TREAT'),
        hasRelationshipAtOwner('treating'),
      ),
    },
    {
      citation: '45 CFR 164.508(a)(2)',
      when: hasConsent('notes'),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '45 CFR 164.508(a)(2)(ii)',
      when: allOf(purposeIs('THREAT'), hasBrokenGlass('IMMINENT_DANGER')),
      obligations: ['notify-provider'],
    },
  ],
  otherwise: (request) =>
    isPersonalRequest(request)
      ? { citation: '45 CFR 164.524(a)(1)(i)', reason: 'STATUTE', remedy: 'NONE' }
      : { citation: '45 CFR 164.508(a)(2)', reason: 'CONSENT', remedy: 'REQUEST_CONSENT' },
});

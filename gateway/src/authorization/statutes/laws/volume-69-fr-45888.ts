import { categoriesOf } from '../categories-of-agencies.ts';
import {
  asGuardian,
  hasBrokenGlass,
  hasConsent,
  isInDeclaredEmergency,
  isMedicalPersonnel,
  isOwnStewardship,
  ownAgency,
  ownRecord,
  purposeIs,
  worksAs,
} from '../conditions/index.ts';
import { statuteOf } from '../law.ts';
import { allOf } from '../truth.ts';

/**
 * The uses that the 2004 notice lists: coordinating services, payment, administration; then a serious threat and
 * the protection of a child. For everything else the client consents. A court order opens records to law
 * enforcement. That entries are stripped of identity seven years after their last change depends on the record, not
 * on the request: the housing agency does it in its own database.
 */
export const volume69Fr45888 = statuteOf({
  id: '69-fr-45888',
  citation: '69 FR 45888',
  title: 'HMIS Data and Technical Standards: privacy standards',
  covers: categoriesOf.housing,
  grounds: [
    { citation: '69 FR 45888, 4.1.3', when: purposeIs('HOUSING_PLACEMENT', 'COC', 'CAREMGT') },
    { citation: '69 FR 45888, 4.1.3', when: allOf(ownAgency, purposeIs('HPAYMT', 'HOPERAT')) },
    { citation: '69 FR 45888, 4.1.3', when: isOwnStewardship },
    { citation: '69 FR 45888, 4.2.5', when: ownRecord },
    { citation: '69 FR 45888, 4.2.5', when: asGuardian },
    {
      citation: '69 FR 45888, 4.1.3',
      when: hasConsent('general', 'specific', 'treatment-payment-operations', 'victim-services'),
    },
    {
      citation: '69 FR 45888, 4.1.3',
      when: allOf(worksAs('child-welfare-caseworker'), purposeIs('CHILD_PROTECTION')),
      obligations: ['no-redisclosure'],
    },
    {
      citation: '69 FR 45888, 4.1.3',
      when: allOf(purposeIs('THREAT', 'BTG'), hasBrokenGlass('IMMINENT_DANGER', 'CHILD_AT_RISK')),
      obligations: ['notify-provider'],
    },
    {
      citation: '69 FR 45888, 4.1.3',
      when: allOf(
        isMedicalPersonnel,
        purposeIs('TREAT', 'ETREAT', 'BTG'),
        hasBrokenGlass('MEDICAL_EMERGENCY'),
      ),
      obligations: ['notify-provider'],
    },
    { citation: '69 FR 45888, 4.1.3', when: allOf(purposeIs('DISASTER', 'ETREAT'), isInDeclaredEmergency) },
  ],
  otherwise: (request) => ({
    citation: '69 FR 45888, 4.1.3',
    ...(purposeIs('HLEGAL')(request)
      ? { reason: 'STATUTE', remedy: 'COURT_ORDER' }
      : { reason: 'CONSENT', remedy: 'REQUEST_CONSENT' }),
  }),
});

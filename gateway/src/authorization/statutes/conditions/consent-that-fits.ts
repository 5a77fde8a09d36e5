import type { Consent, ConsentKind } from '../../../governance/index.ts';
import { consentFits } from '../../access/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';

/** What a law demands of a consent besides that it fits. */
export type ConsentForm = (consent: Consent) => boolean;

/** A consent of one of these kinds is on file, in force and fits the request: see `consentFits`. */
export function hasConsent(...kinds: readonly ConsentKind[]): Condition {
  return hasConsentInForm(kinds, () => true);
}

/** Like `hasConsent`, for laws that prescribe more than its kind. */
export function hasConsentInForm(kinds: readonly ConsentKind[], form: ConsentForm): Condition {
  return ofResident(({ consents }, request) =>
    consents.some(
      (consent) => kinds.includes(consent.kind) && form(consent) && consentFits(consent, request),
    ),
  );
}

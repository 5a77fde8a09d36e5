import type { Consent, ConsentKind } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';
import { hasRelationship } from './relationship-in-force.ts';

/** What a law demands of a consent besides that it fits. */
export type ConsentForm = (consent: Consent) => boolean;

/** A consent of one of these kinds is on file, in force and fits the request: see `fits`. */
export function hasConsent(...kinds: readonly ConsentKind[]): Condition {
  return hasConsentInForm(kinds, () => true);
}

/** Like `hasConsent`, for laws that prescribe more than its kind. */
export function hasConsentInForm(kinds: readonly ConsentKind[], form: ConsentForm): Condition {
  return ofResident(({ consents }, request) =>
    consents.some((consent) => kinds.includes(consent.kind) && form(consent) && fits(consent, request)),
  );
}

/** In force, by the resident, of the agency whose data it is, for this category and purpose, to this requester. */
function fits(consent: Consent, request: AccessRequest): boolean {
  return covers(consent, request) && names(consent, request);
}

function covers(consent: Consent, request: AccessRequest): boolean {
  const { category, purposeOfUse, resident } = request;
  return (
    isInForce(consent, request.at) &&
    consent.residentId === resident?.residentId &&
    consent.discloser === category.agency &&
    consent.categories.includes(category.name) &&
    purposeOfUse !== null &&
    consent.purposesOfUse.includes(purposeOfUse)
  );
}

function names(consent: Consent, request: AccessRequest): boolean {
  const { agency, subject } = request.requester;
  if (consent.recipientAgencies.includes(agency) || consent.recipientSubjects.includes(subject)) return true;
  return consent.isGeneralDesignation && hasRelationship('treating')(request) === true;
}

/** A consent that was revoked never counts, whatever the clocks say. */
function isInForce({ validFrom, validUntil, revokedAt }: Consent, at: Date): boolean {
  return revokedAt === null && validFrom <= at && (validUntil === null || at < validUntil);
}

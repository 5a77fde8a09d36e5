import type { Consent } from '../../governance/index.ts';
import type { RequestOfResident } from './access-request.ts';
import { relationshipBinds } from './relationship-binds.ts';

/**
 * Whether a consent speaks of a request: in force, by the resident, of the agency whose data it is, for this category
 * and purpose, to this requester. What a consent doesn't say is not consented to.
 */
export function consentFits(consent: Consent, request: RequestOfResident): boolean {
  const { category, purposeOfUse, resident, at } = request;
  return (
    isInForce(consent, at) &&
    consent.residentId === resident?.residentId &&
    consent.discloser === category.agency &&
    consent.categories.includes(category.name) &&
    purposeOfUse !== null &&
    consent.purposesOfUse.includes(purposeOfUse) &&
    isRecipient(consent, request)
  );
}

/** A general designation names a class: those who treat the resident (42 CFR 2.31(a)(4)(ii)). */
function isRecipient(consent: Consent, request: RequestOfResident): boolean {
  const { agency, subject } = request.requester;
  if (consent.recipientAgencies.includes(agency) || consent.recipientSubjects.includes(subject)) return true;
  const relationships = request.resident?.relationships ?? [];
  const treats = relationships.some((each) => each.kind === 'treating' && relationshipBinds(each, request));
  return consent.isGeneralDesignation && treats;
}

/** A consent that was revoked never counts, whatever the clocks say. */
function isInForce({ validFrom, validUntil, revokedAt }: Consent, at: Date): boolean {
  return revokedAt === null && validFrom <= at && (validUntil === null || at < validUntil);
}

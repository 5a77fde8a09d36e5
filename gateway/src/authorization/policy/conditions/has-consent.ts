import type { Consent } from '../../../governance/index.ts';
import type { AccessRequest } from '../../access/index.ts';
import { isGlassBroken, mayBreakGlass } from './break-glass.ts';
import type { Condition } from './condition.ts';
import { met, undetermined, unmet } from './condition.ts';
import { isRelated } from './has-relationship.ts';

/** A consent of one of the kinds that the grant names is on file and fits the request, or the glass is broken. */
export const hasConsent: Condition = (grant, request) => {
  const kinds = grant.conditions?.consent;
  if (kinds === undefined) return met;
  if (request.resident === null) return undetermined;
  const fits = request.resident.consents.some((each) => kinds.includes(each.kind) && isFit(each, request));
  if (fits || isGlassBroken(grant, request)) return met;
  return unmet('CONSENT', mayBreakGlass(grant, request) ? 'BREAK_GLASS' : 'REQUEST_CONSENT');
};

/** A consent says who discloses what to whom for what and until when; what it doesn't say is not consented to. */
function isFit(consent: Consent, request: AccessRequest): boolean {
  const { category, purposeOfUse, resident } = request;
  return (
    consent.residentId === resident?.residentId &&
    consent.discloser === category.agency &&
    consent.categories.includes(category.name) &&
    purposeOfUse !== null &&
    consent.purposesOfUse.includes(purposeOfUse) &&
    isRecipient(consent, request) &&
    isValid(consent, request.at)
  );
}

/** A general designation names a class: those who treat the resident (42 CFR 2.31(a)(4)(ii)). */
function isRecipient(consent: Consent, request: AccessRequest): boolean {
  const { agency, subject } = request.requester;
  return (
    consent.recipientAgencies.includes(agency) ||
    consent.recipientSubjects.includes(subject) ||
    (consent.isGeneralDesignation && isRelated(['treating'], request))
  );
}

function isValid({ validFrom, validUntil, revokedAt }: Consent, at: Date): boolean {
  return (
    validFrom <= at && (validUntil === null || at < validUntil) && (revokedAt === null || at < revokedAt)
  );
}

import { consentFits } from '../../access/index.ts';
import { isGlassBroken, mayBreakGlass } from './break-glass.ts';
import type { Condition } from './condition.ts';
import { met, undetermined, unmet } from './condition.ts';

/** A consent of one of the kinds that the grant names is on file and fits the request, or the glass is broken. */
export const hasConsent: Condition = (grant, request) => {
  const kinds = grant.conditions?.consent;
  if (kinds === undefined) return met;
  if (request.resident === null) return undetermined;
  const fits = request.resident.consents.some(
    (each) => kinds.includes(each.kind) && consentFits(each, request),
  );
  if (fits || isGlassBroken(grant, request)) return met;
  return unmet('CONSENT', mayBreakGlass(grant, request) ? 'BREAK_GLASS' : 'REQUEST_CONSENT');
};

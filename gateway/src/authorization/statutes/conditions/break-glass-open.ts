import type { BreakGlassReason } from '../../../governance/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';

/**
 * The requester opened this resident's record at the agency whose data it is, out of the ordinary, for one of these
 * reasons, and it is still open.
 */
export function hasBrokenGlass(...reasons: readonly BreakGlassReason[]): Condition {
  return ofResident(({ residentId, breakGlass }, { requester, category, at }) => {
    if (!breakGlass || !reasons.includes(breakGlass.reason)) return false;
    if (!breakGlass.agencies.includes(category.agency)) return false;
    if (breakGlass.residentId !== residentId || breakGlass.subject !== requester.subject) return false;
    return breakGlass.openedAt <= at && at < breakGlass.endsAt;
  });
}

import type { BreakGlassReason } from '../../../governance/index.ts';
import { glassIsBroken } from '../../access/index.ts';
import type { Condition } from '../truth.ts';
import { ofResident } from './known-resident.ts';

/**
 * The requester opened this resident's record at the agency whose data it is, out of the ordinary, for one of these
 * reasons, and it is still open.
 */
export function hasBrokenGlass(...reasons: readonly BreakGlassReason[]): Condition {
  return ofResident(
    ({ breakGlass }, request) =>
      breakGlass !== null && reasons.includes(breakGlass.reason) && glassIsBroken(request),
  );
}

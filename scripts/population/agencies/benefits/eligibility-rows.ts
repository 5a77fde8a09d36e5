import { daysBetween } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import type { Assistance, BenefitEvent } from './assistance.ts';
import { decidedOn } from './case-rows.ts';
import { mainframeDate, openEnd } from './mainframe.ts';

/** Days within which a late recertification reopens a case (7 CFR 273.14(e)). */
const daysToReopen = 30;

/** Who is entitled to what, one row for each member and period; the nightly run leaves one where two begin alike. */
export function eligibilityRows(assistances: readonly Assistance[]): Row[] {
  const rows = assistances.flatMap(({ event, program, members }) =>
    members.map(({ clientId }) => ({
      CLNT_PGM: `${clientId}${program}`,
      BEG_DT: mainframeDate(event.from ?? event.appliedOn),
      END_DT: mainframeDate(event.outcome === 'denied' ? decidedOn(event) : event.until, openEnd),
      PGM_CD: program,
      EB01_CD: statusCode(event),
    })),
  );
  return [...new Map(rows.map((row) => [`${row.CLNT_PGM} ${row.BEG_DT}`, row])).values()];
}

/** X12 271 EB01. */
function statusCode({ outcome, until, reason }: BenefitEvent): string {
  if (outcome === 'active') return '1';
  if (outcome === 'pending') return '7';
  const isLate =
    reason === 'missedRecertification' && until !== null && daysBetween(until, asOf) <= daysToReopen;
  return isLate ? '7' : '6';
}

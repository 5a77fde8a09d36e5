import { addDays } from '../../dates.ts';
import type { Row } from '../../recorder.ts';
import { asOf } from '../../truth.ts';
import { lastDay, reasonCode } from './assistance.ts';
import type { Assistance, ProgramCode } from './assistance.ts';
import { mainframeDate, noDate } from './mainframe.ts';
import { addMonths, monthsFrom } from './months.ts';

const statuses = { active: 'A', denied: 'D', lapsed: 'C', closed: 'C', pending: 'P' } as const;

/** Months for which a household is certified at once. */
const certifiedMonths: Readonly<Record<ProgramCode, number>> = { S: 6, T: 6, M: 12, K: 12 };

/** The federal limit of TANF (45 CFR 264.1). */
const monthLimit = 60;

/** The case itself. */
export function caseRow(assistance: Assistance): Row {
  const { event, program, caseNumber, workerId } = assistance;
  const closed = event.outcome === 'lapsed' || event.outcome === 'closed';
  return {
    CASE_NBR: caseNumber,
    PGM_CD: program,
    STAT_CD: statuses[event.outcome],
    OPEN_DT: mainframeDate(event.from),
    CLOS_DT: closed ? mainframeDate(event.until) : noDate,
    CLOS_RSN_CD: reasonCode(event),
    RCRT_DUE_DT: certificationRows(assistance).at(-1)?.['END_DT'] ?? noDate,
    TM_LMT_MOS: program === 'T' && event.from !== null ? monthsCounted(event.from, lastDay(event)) : null,
    WRKR_ID: workerId,
  };
}

function monthsCounted(from: string, until: string): number {
  return Math.min(monthLimit, monthsFrom(from, until).length);
}

/** The certification periods, oldest first; the last one says how its recertification went. */
export function certificationRows({ event, program, caseNumber }: Assistance): Row[] {
  if (event.from === null) return [];
  const rows: Row[] = [];
  const end = lastDay(event);
  for (let from = event.from; from <= end; from = addMonths(from, certifiedMonths[program])) {
    const until = addDays(addMonths(from, certifiedMonths[program]), -1);
    const isLast = until >= end;
    rows.push({
      CASE_NBR: caseNumber,
      BEG_DT: mainframeDate(from),
      END_DT: mainframeDate(until),
      RCRT_STAT_CD: isLast ? lastRecertification(event.outcome, event.reason) : 'C',
    });
  }
  return rows;
}

function lastRecertification(outcome: string, reason: string | null): string {
  if (outcome === 'active') return 'D';
  return reason === 'missedRecertification' ? 'M' : 'N';
}

/** The head's application. One that ended at the household's wish before a decision was withdrawn. */
export function applicationRow(
  { event, program, members, caseNumber }: Assistance,
  isExpedited: boolean,
): Row {
  const withdrawn = event.outcome === 'denied' && event.reason === 'voluntary';
  const denied = event.outcome === 'denied' && !withdrawn;
  const disposition = { pending: 'P', denied: withdrawn ? 'W' : 'D' } as const;
  return {
    APPL_NBR: caseNumber,
    CLNT_PGM: `${members[0]?.clientId ?? ''}${program}`,
    APPL_DT: mainframeDate(event.appliedOn),
    DSPN_CD: event.outcome === 'pending' || event.outcome === 'denied' ? disposition[event.outcome] : 'A',
    DSPN_DT: event.outcome === 'pending' ? noDate : mainframeDate(decidedOn(event.appliedOn, isExpedited)),
    DNL_RSN_CD: denied ? reasonCode(event) : null,
    XPD_IND: isExpedited ? 'Y' : 'N',
  };
}

/** Within 30 days, and within seven where service is expedited (7 CFR 273.2(g) and (i)). */
function decidedOn(appliedOn: string, isExpedited: boolean): string {
  const day = addDays(appliedOn, isExpedited ? 5 : 21);
  return day < asOf ? day : asOf;
}
